import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Directive, Field, ID, type MiddlewareFn, ObjectType, UseMiddleware } from 'type-graphql'
import type { MocAttestation as AttestationCode } from '../../reference/attestations.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import type { ProvidersContext } from '../context.js'
import { Activity } from './activity.js'
import { MocAttestation } from './activity-enums.js'
import { ContentOutline } from './activity-parts.js'

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('Board', { description: 'A licensing or certifying board.' })
export class BoardReference {
  @Field(() => ID, { description: 'Code of the board, for example ABIM or ME-MD.' })
  code!: string
}

/** What the provider tells a certifying board of an activity: columns, fields of the graph and of the input at once. */
@ObjectType()
export abstract class MocRegistrationFields {
  @Field(() => Amount, { name: 'points', description: 'The most MOC points one learner can earn (M02).' })
  @Property({ type: 'integer' })
  pointQuarters!: number

  @Field(() => [String], { description: 'Codes of the credit types registered for, for example MK (M03).' })
  @Property({ type: 'text[]' })
  creditTypes: string[] = []

  @Field(() => [String], { description: 'Practice areas of the board that the activity is about (M04).' })
  @Property({ type: 'text[]' })
  practiceAreas: string[] = []

  @Field(() => Day, { nullable: true, description: 'Last day on which a learner can claim the points (M12).' })
  @Property({ type: 'date', nullable: true })
  creditClaimOn?: string | null

  @Field(() => [ContentOutline], { description: 'One or two areas of the content outline, for boards with one (M06).' })
  @Property({ type: 'json' })
  contentOutline: ContentOutline[] = []

  @Field(() => [MocAttestation], { description: 'What the provider undertakes: all five (M09).' })
  @Property({ type: 'text[]' })
  attestations: AttestationCode[] = []
}

const ofOwnActivity: MiddlewareFn<ProvidersContext> = async ({ root, context }, next) =>
  context.viewer.can('inspect', (root as MocRegistration).activity) ? next() : null

@ObjectType({ description: 'The registration of an activity for one certifying board’s MOC/CC.' })
@Entity()
export class MocRegistration extends MocRegistrationFields {
  [PrimaryKeyProp]?: ['activity', 'boardCode']

  @ManyToOne(() => Activity, { fieldName: 'activity_id', primary: true })
  activity!: Rel<Activity>

  @PrimaryKey({ type: 'text' })
  boardCode!: string

  @Field(() => BoardReference, { description: 'The certifying board.' })
  get board(): BoardReference {
    return { code: this.boardCode }
  }

  @Enum({ items: () => ['ACTIVE', 'WITHDRAWN'], type: 'text' })
  status: 'ACTIVE' | 'WITHDRAWN' = 'ACTIVE'

  @UseMiddleware(ofOwnActivity)
  @Field(() => String, { nullable: true, description: 'Who attested for the provider; null for others.' })
  @Property({ type: 'text' })
  attestedBy!: string

  @Field(() => Instant, { description: 'When it was attested.' })
  @Property({ type: 'timestamptz' })
  attestedAt!: Date

  @Property({ type: 'text', nullable: true })
  withdrawnBy?: string | null

  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt?: Date | null

  @Field(() => Boolean, { description: 'True when the board has selected the activity for an audit.' })
  @Property({ type: 'boolean' })
  auditSelected = false
}
