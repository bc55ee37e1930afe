import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { badInput, conflict } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { Learner } from '../learner/learner.js'
import { type Answer, decide, lockMerges, said } from './decide-merge.js'
import { MergeProposal, MergeStatus } from './merge-proposal.js'
import { refuseImpossible } from './possible-merge.js'

/** Asks a second operator to merge two learners; what a program suggested about the two becomes this proposal. */
export async function proposeMerge(
  em: EntityManager,
  ids: { mergedId: string; survivorId: string },
  answer: Answer,
): Promise<MergeProposal> {
  const [mergedId, survivorId] = [uuid(ids.mergedId).toLowerCase(), uuid(ids.survivorId).toLowerCase()]
  const reason = said(answer.reason)
  if (mergedId === survivorId) throw badInput('Name two learners.')
  return em.transactional(async (transaction) => {
    await lockMerges(transaction)
    const merged = await transaction.findOneOrFail(Learner, mergedId)
    const survivor = await transaction.findOneOrFail(Learner, survivorId)
    await refuseImpossible(transaction, merged, survivor)
    const open = await transaction.findOne(MergeProposal, {
      status: { $in: [MergeStatus.SUGGESTED, MergeStatus.PROPOSED] },
      $or: [
        { merged, survivor },
        { merged: survivor, survivor: merged },
      ],
    })
    if (open?.status === MergeStatus.PROPOSED)
      throw conflict('These two are proposed already. A second operator has to approve or reject that proposal.')
    const proposal =
      open ??
      transaction.create(MergeProposal, {
        proposalId: v7(),
        merged,
        survivor,
        status: MergeStatus.PROPOSED,
        createdAt: new Date(),
      })
    transaction.assign(proposal, { merged, survivor })
    await decide(transaction, proposal, MergeStatus.PROPOSED, { ...answer, reason })
    return proposal
  })
}
