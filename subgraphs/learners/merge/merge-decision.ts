import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'
import { MergeProposal, MergeStatus } from './merge-proposal.js'

@ObjectType({ description: 'One answer to a merge proposal: who gave it, when and why. Never changed or removed.' })
@Entity()
export class MergeDecision {
  [PrimaryKeyProp]?: ['proposal', 'sequence']

  @ManyToOne(() => MergeProposal, { fieldName: 'proposal_id', primary: true })
  proposal!: Rel<MergeProposal>

  @PrimaryKey({ type: 'smallint' })
  sequence!: number

  @Field(() => MergeStatus, { description: 'Where the proposal stood from then on.' })
  @Enum({ items: () => MergeStatus, type: 'text' })
  decision!: MergeStatus

  @Field(() => String, { description: 'Why.' })
  @Property({ type: 'text' })
  reason!: string

  @Field(() => String, { description: 'Account of the operator, or the name of the program for SUGGESTED.' })
  @Property({ type: 'text' })
  decidedBy!: string

  @Field(() => Instant, { description: 'When.' })
  @Property({ type: 'datetime' })
  decidedAt!: Date
}
