import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { uuid } from '../../shared/graphql/id.js'
import type { LearnersContext } from '../context.js'
import { decideMerge } from './decide-merge.js'
import { agreementOf, FieldAgreement } from './field-agreement.js'
import { MergeDecision } from './merge-decision.js'
import { likenessOf, MergeLikeness } from './merge-likeness.js'
import { MergeParty, partyOf } from './merge-party.js'
import { MergeProposal, MergeProposalConnection, MergeStatus } from './merge-proposal.js'
import { proposeMerge } from './propose-merge.js'

@ArgsType()
class MergeProposalListArgs extends PageArgs {
  @Field(() => MergeStatus, {
    nullable: true,
    description: 'Only proposals that stand so; SUGGESTED are the duplicates found.',
  })
  status?: MergeStatus | null
}

const reasonOf = 'Why; kept with your name. 1 to 500 characters.'

/** Duplicates among learners, for operators alone: everybody else is answered FORBIDDEN before anything is looked up. */
@Resolver(() => MergeProposal)
export class MergeResolver {
  @Query(() => MergeProposalConnection, {
    description: 'Duplicates found, proposed, merged and rejected, the newest first. For operators.',
  })
  async mergeProposals(
    @Args(() => MergeProposalListArgs) args: MergeProposalListArgs,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<Connection<MergeProposal>> {
    viewer.operator()
    const [proposalId] = args.after ? fromCursor(args.after, ['UUID']) : []
    const proposals = await em.find(
      MergeProposal,
      { ...(args.status ? { status: args.status } : {}), ...(proposalId ? { proposalId: { $lt: proposalId } } : {}) },
      { populate: ['merged', 'survivor'], orderBy: { proposalId: 'desc' }, limit: pageSize(args) + 1 },
    )
    return toConnection(
      proposals,
      args,
      (proposal) => [proposal.proposalId],
      (proposal) => proposal,
    )
  }

  @Query(() => MergeProposal, { description: 'One merge proposal. For operators; NOT_FOUND where there is none.' })
  async mergeProposal(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<MergeProposal> {
    viewer.operator()
    return em.findOneOrFail(MergeProposal, uuid(proposalId), { populate: ['merged', 'survivor'] })
  }

  @Mutation(() => MergeProposal, {
    description:
      'Proposes that two learners are one person; a second operator has to approve. For operators. CONFLICT where they have different NPIs, or where one was merged already.',
  })
  proposeMerge(
    @Arg('mergedId', () => ID, { description: 'The learner whose record is to lead to the other.' }) mergedId: string,
    @Arg('survivorId', () => ID, { description: 'The learner who stays.' }) survivorId: string,
    @Arg('reason', () => String, { description: reasonOf }) reason: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<MergeProposal> {
    const accountId = viewer.operator()
    return proposeMerge(em, { mergedId, survivorId }, { accountId, reason })
  }

  @Mutation(() => MergeProposal, {
    description:
      'Merges two learners as proposed by another operator: one record leads to the other, and credit follows within a second. FORBIDDEN for whoever proposed it.',
  })
  approveMerge(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Arg('reason', () => String, { description: reasonOf }) reason: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<MergeProposal> {
    const accountId = viewer.operator()
    return decideMerge(em, proposalId, MergeStatus.APPROVED, { accountId, reason })
  }

  @Mutation(() => MergeProposal, {
    description:
      'Says that two learners are two people; they are not suggested again. For operators, the proposer too.',
  })
  rejectMerge(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Arg('reason', () => String, { description: reasonOf }) reason: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<MergeProposal> {
    const accountId = viewer.operator()
    return decideMerge(em, proposalId, MergeStatus.REJECTED, { accountId, reason })
  }

  @Mutation(() => MergeProposal, {
    description:
      'Takes a merge back: both learners, and the credit of both, are as if it had never been. For operators.',
  })
  unmerge(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal that was approved.' }) proposalId: string,
    @Arg('reason', () => String, { description: reasonOf }) reason: string,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<MergeProposal> {
    const accountId = viewer.operator()
    return decideMerge(em, proposalId, MergeStatus.UNMERGED, { accountId, reason })
  }

  @FieldResolver(() => MergeParty, { description: 'The learner whose record leads to the other, or would.' })
  merged(@Root() { merged }: MergeProposal): Promise<MergeParty> {
    return partyOf(merged)
  }

  @FieldResolver(() => MergeParty, { description: 'The learner who stays, or would.' })
  survivor(@Root() { survivor }: MergeProposal): Promise<MergeParty> {
    return partyOf(survivor)
  }

  @FieldResolver(() => [FieldAgreement], { description: 'How the two go together, field by field.' })
  async agreement(@Root() { merged, survivor }: MergeProposal): Promise<FieldAgreement[]> {
    await Promise.all([merged, survivor].map(({ familyNames }) => familyNames.load({ dataloader: true })))
    return agreementOf(merged, survivor)
  }

  @FieldResolver(() => MergeLikeness, {
    nullable: true,
    description: 'How likely the two are one, and why; null where one of them leads to somebody already.',
  })
  async likeness(
    @Root() { merged, survivor }: MergeProposal,
    @Ctx() { matching }: LearnersContext,
  ): Promise<MergeLikeness | null> {
    const likeness = (await matching.index.engine()).compare(merged.learnerId, survivor.learnerId)
    return likeness ? likenessOf(likeness) : null
  }

  @FieldResolver(() => [MergeDecision], { description: 'Every answer so far, the first one first.' })
  async decisions(@Root() { decisions }: MergeProposal): Promise<MergeDecision[]> {
    const answers = await decisions.load({ dataloader: true })
    return answers.getItems().toSorted((one, other) => one.sequence - other.sequence)
  }
}
