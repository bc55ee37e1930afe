import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'
import { BoardReference } from '../viewer/viewer-types.js'
import { Learner } from './learner.js'

/** Whether a license lets its holder practice. */
export enum LicenseStatus {
  ACTIVE = 'ACTIVE',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}

registerEnumType(LicenseStatus, {
  name: 'LicenseStatus',
  description: 'Whether a license lets its holder practice.',
  valuesConfig: {
    ACTIVE: { description: 'In force.' },
    EXPIRED: { description: 'Not renewed.' },
    REVOKED: { description: 'Taken back by the board.' },
  },
})

@ObjectType({ description: 'A license to practice in one state, as its board reported it.' })
@Entity()
export class LicenseRecord {
  [PrimaryKeyProp]?: 'licenseId'

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  licenseId!: string

  @ManyToOne(() => Learner, { fieldName: 'learner_id' })
  learner!: Rel<Learner>

  @Field(() => String, { description: 'Two-letter code of the state.' })
  @Property({ type: 'text' })
  state!: string

  @Property({ type: 'text' })
  boardCode!: string

  @Field(() => BoardReference, { description: 'The licensing board.' })
  get board(): BoardReference {
    return { code: this.boardCode }
  }

  @Field(() => String, { description: 'The number as the board writes it.' })
  @Property({ type: 'text' })
  licenseNumber!: string

  @Property({ type: 'text' })
  licenseKey!: string

  @Field(() => LicenseStatus, { description: 'Whether it is in force.' })
  @Enum({ items: () => LicenseStatus, type: 'text' })
  status!: LicenseStatus

  @Field(() => Day, { description: 'First day.' })
  @Property({ type: 'date' })
  effectiveFrom!: string

  @Field(() => Day, { nullable: true, description: 'Last day, where one is set.' })
  @Property({ type: 'date', nullable: true })
  effectiveTo?: string | null
}
