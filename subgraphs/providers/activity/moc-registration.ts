import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, ObjectType } from 'type-graphql'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import { Activity } from './activity.js'

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('Board', { description: 'A licensing or certifying board.' })
export class BoardReference {
  @Field(() => ID, { description: 'Code of the board, for example ABIM or ME-MD.' })
  code!: string
}

@ObjectType({ description: 'The registration of an activity for one certifying board’s MOC/CC.' })
@Entity()
export class MocRegistration {
  [PrimaryKeyProp]?: ['activity', 'boardCode']

  @ManyToOne(() => Activity, { fieldName: 'activity_id', primary: true })
  activity!: Rel<Activity>

  @PrimaryKey({ type: 'text' })
  boardCode!: string

  @Field(() => BoardReference, { description: 'The certifying board.' })
  get board(): BoardReference {
    return { code: this.boardCode }
  }

  @Field(() => Amount, { name: 'points', description: 'The most MOC points one learner can earn.' })
  @Property({ type: 'integer' })
  pointQuarters!: number

  @Field(() => [String], { description: 'Codes of the credit types registered for, for example MK.' })
  @Property({ type: 'text[]' })
  creditTypes!: string[]

  @Field(() => [String], { description: 'Practice areas of the board that the activity is about.' })
  @Property({ type: 'text[]' })
  practiceAreas!: string[]

  @Field(() => Day, { nullable: true, description: 'Last day on which a learner can claim the points.' })
  @Property({ type: 'date', nullable: true })
  creditClaimOn?: string | null

  @Enum({ items: () => ['ACTIVE', 'WITHDRAWN'], type: 'text' })
  status: 'ACTIVE' | 'WITHDRAWN' = 'ACTIVE'

  @Property({ type: 'text' })
  attestedBy!: string

  @Property({ type: 'timestamptz' })
  attestedAt!: Date
}
