import { Collection, PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { DiplomateRecord } from './diplomate-record.js'
import { LearnerFamilyName } from './learner-family-name.js'
import { LicenseRecord } from './license-record.js'

/** The degrees whose holders are reported. */
export enum Degree {
  MD = 'MD',
  DO = 'DO',
}

registerEnumType(Degree, {
  name: 'Degree',
  description: 'The degree of a physician.',
  valuesConfig: {
    MD: { description: 'Doctor of Medicine.' },
    DO: { description: 'Doctor of Osteopathic Medicine.' },
  },
})

@Directive('@key(fields: "learnerId")')
@ObjectType({
  description:
    'One physician as the platform knows him or her. Birth month and day never leave the platform (rule V05).',
})
@Entity()
export class Learner {
  [PrimaryKeyProp]?: 'learnerId'

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  learnerId!: string

  @Field(() => String, { description: 'First name.' })
  @Property({ type: 'text' })
  givenName!: string

  @Field(() => String, { nullable: true, description: 'Middle name.' })
  @Property({ type: 'text', nullable: true })
  middleName?: string | null

  @Field(() => String, { description: 'Last name.' })
  @Property({ type: 'text' })
  familyName!: string

  @Field(() => String, { nullable: true, description: 'Suffix, for example Jr or III.' })
  @Property({ type: 'text', nullable: true })
  suffix?: string | null

  @Field(() => Degree, { description: 'The degree.' })
  @Enum({ items: () => Degree, type: 'text' })
  degree!: Degree

  @Property({ type: 'smallint' })
  birthMonth!: number

  @Property({ type: 'smallint' })
  birthDay!: number

  @Field(() => String, { nullable: true, description: 'National Provider Identifier, ten digits.' })
  @Property({ type: 'text', nullable: true })
  npi?: string | null

  @Property({ type: 'text' })
  givenKey!: string

  @Property({ type: 'text', nullable: true })
  middleKey?: string | null

  /** Whom the record leads to since a merge; nobody leads further than one step. */
  @ManyToOne(() => Learner, { fieldName: 'survivor_id', nullable: true })
  survivor?: Rel<Learner> | null

  /** Those whose records lead here; they keep what they were written with. */
  @OneToMany(
    () => Learner,
    (learner) => learner.survivor,
  )
  merged = new Collection<Learner>(this)

  @OneToMany(
    () => LearnerFamilyName,
    (name) => name.learner,
  )
  familyNames = new Collection<LearnerFamilyName>(this)

  @OneToMany(
    () => LicenseRecord,
    (license) => license.learner,
  )
  licenseRecords = new Collection<LicenseRecord>(this)

  @OneToMany(
    () => DiplomateRecord,
    (diplomate) => diplomate.learner,
  )
  diplomateRecords = new Collection<DiplomateRecord>(this)
}

@ObjectType({ description: 'A page of a list of learners.' })
export class LearnerConnection extends connectionOf(Learner, 'Learner') {}
