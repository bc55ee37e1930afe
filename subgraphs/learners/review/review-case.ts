import { Collection, PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Instant } from '../../shared/graphql/scalars.js'
import { Learner } from '../learner/learner.js'
import { MatchPart } from '../matching/decision/match-record.js'
import type { LearnerClaim } from '../matching/match-types.js'
import { ProviderReference } from '../viewer/viewer-types.js'
import { ReviewKind, ReviewState } from './review-enums.js'
import { ReviewStep } from './review-step.js'

/** What a provider said about somebody; the same person may be reported on many days. */
export type ClaimedIdentity = Omit<LearnerClaim, 'completedOn'>

@ObjectType({
  description: 'The question of a provider whom it means, for all of its rows that give the same details.',
})
@Entity()
export class ReviewCase {
  [PrimaryKeyProp]?: 'caseId'

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  caseId!: string

  @Property({ type: 'text' })
  providerId!: string

  @Field(() => ProviderReference, { description: 'Who asks.' })
  get provider(): ProviderReference {
    return { providerId: this.providerId }
  }

  @Property({ type: 'blob' })
  fingerprint!: Buffer

  @Field(() => MatchPart, { description: 'By what somebody is looked for; credit and points are asked about apart.' })
  @Enum({ items: () => MatchPart, type: 'text' })
  part!: MatchPart

  @Property({ type: 'json' })
  claim!: ClaimedIdentity

  @Field(() => ReviewKind, { description: 'Why matching has not answered by itself.' })
  @Enum({ items: () => ReviewKind, type: 'text' })
  kind!: ReviewKind

  @Field(() => ReviewState, { description: 'Where it stands.' })
  @Enum({ items: () => ReviewState, type: 'text' })
  state!: ReviewState

  @Property({ type: 'uuid' })
  decisionId!: string

  @Property({ type: 'double' })
  probability!: number

  @Field(() => Int, { description: 'Rows that it stands for.' })
  @Property({ type: 'integer' })
  rowCount = 0

  @Field(() => Amount, { description: 'CME credits, or MOC points, of all these rows.', name: 'credits' })
  @Property({ type: 'integer' })
  quarters = 0

  /** Thousandths of a credit, which the database works out. */
  @Property({ type: 'integer', persist: false })
  harm?: number

  @Field(() => Float, {
    description:
      'Credits that the likeliest physician is expected to lack while nobody decides: probability times credits.',
  })
  get expectedHarm(): number {
    return this.probability * (this.quarters / 4)
  }

  @ManyToOne(() => Learner, { fieldName: 'learner_id', nullable: true })
  learner?: Rel<Learner> | null

  @Property({ type: 'boolean' })
  isNobody = false

  @Field(() => Instant, { description: 'When it was first asked.' })
  @Property({ type: 'datetime' })
  openedAt!: Date

  @Property({ type: 'datetime' })
  changedAt!: Date

  /** From when on the answer holds; until then it can be taken back. */
  @Property({ type: 'datetime', nullable: true })
  effectiveAt?: Date | null

  @OneToMany(
    () => ReviewStep,
    (step) => step.case,
  )
  steps = new Collection<ReviewStep>(this)
}

@ObjectType({ description: 'A page of a list of review cases.' })
export class ReviewCaseConnection extends connectionOf(ReviewCase, 'ReviewCase') {}
