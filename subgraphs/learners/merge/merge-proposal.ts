import { Collection, PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Instant } from '../../shared/graphql/scalars.js'
import { Learner } from '../learner/learner.js'
import { MergeDecision } from './merge-decision.js'

/** Where the question stands whether two learners are one person. */
export enum MergeStatus {
  SUGGESTED = 'SUGGESTED',
  PROPOSED = 'PROPOSED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  UNMERGED = 'UNMERGED',
}

registerEnumType(MergeStatus, {
  name: 'MergeStatus',
  description: 'Where the question stands whether two learners are one person.',
  valuesConfig: {
    SUGGESTED: { description: 'A program found them alike; nobody has looked yet.' },
    PROPOSED: { description: 'An operator proposed it, and a second one has to approve.' },
    APPROVED: { description: 'They are one: the merged one leads to the survivor.' },
    REJECTED: { description: 'They are two.' },
    UNMERGED: { description: 'They were one, and are two again.' },
  },
})

@ObjectType({ description: 'The question whether two learners are one person, with every answer to it.' })
@Entity()
export class MergeProposal {
  [PrimaryKeyProp]?: 'proposalId'

  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryKey({ type: 'uuid' })
  proposalId!: string

  @ManyToOne(() => Learner, { fieldName: 'merged_id' })
  merged!: Rel<Learner>

  @ManyToOne(() => Learner, { fieldName: 'survivor_id' })
  survivor!: Rel<Learner>

  @Field(() => MergeStatus, { description: 'Where it stands.' })
  @Enum({ items: () => MergeStatus, type: 'text' })
  status!: MergeStatus

  @Field(() => Float, {
    nullable: true,
    description: 'How likely they are one person, 0 to 1, as the program that suggested it reckoned; null otherwise.',
  })
  @Property({ type: 'double', nullable: true })
  probability?: number | null

  @Field(() => Instant, { description: 'When the question first came up.' })
  @Property({ type: 'datetime' })
  createdAt!: Date

  @OneToMany(
    () => MergeDecision,
    (decision) => decision.proposal,
  )
  decisions = new Collection<MergeDecision>(this)
}

@ObjectType({ description: 'A page of a list of merge proposals.' })
export class MergeProposalConnection extends connectionOf(MergeProposal, 'MergeProposal') {}
