import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { badInput, conflict, forbidden } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { appendEvents } from '../../shared/outbox/outbox.js'
import { MergeDecision } from './merge-decision.js'
import { MergeProposal, MergeStatus } from './merge-proposal.js'
import { refuseImpossible } from './possible-merge.js'
import { eventOf, leadTo } from './survivors.js'

const maxReasonLength = 500

/** Who decides, and why. */
export interface Answer {
  accountId: string
  reason: string
}

type Verdict = MergeStatus.APPROVED | MergeStatus.REJECTED | MergeStatus.UNMERGED

/** Where a proposal has to stand for each answer, and what is said otherwise. */
const allowedIn: Record<Verdict, { from: readonly MergeStatus[]; otherwise: string }> = {
  APPROVED: { from: [MergeStatus.PROPOSED], otherwise: 'Only what an operator has proposed can be approved.' },
  REJECTED: {
    from: [MergeStatus.SUGGESTED, MergeStatus.PROPOSED],
    otherwise: 'Only an open proposal can be rejected. Take a merge back instead.',
  },
  UNMERGED: { from: [MergeStatus.APPROVED], otherwise: 'Only a merge that is in force can be taken back.' },
}

/** Answers a proposal: approves it as the second person, rejects it, or takes the merge back. */
export async function decideMerge(
  em: EntityManager,
  proposalId: string,
  verdict: Verdict,
  answer: Answer,
): Promise<MergeProposal> {
  const [id, reason] = [uuid(proposalId), said(answer.reason)]
  return em.transactional(async (transaction) => {
    await lockMerges(transaction)
    const proposal = await transaction.findOneOrFail(MergeProposal, id, {
      populate: ['merged', 'survivor', 'decisions'],
    })
    const { from, otherwise } = allowedIn[verdict]
    if (!from.includes(proposal.status)) throw conflict(otherwise)
    if (verdict === MergeStatus.APPROVED) {
      if (proposerOf(proposal) === answer.accountId)
        throw forbidden('You proposed it, so a second operator has to approve.')
      await refuseImpossible(transaction, proposal.merged, proposal.survivor)
    }
    await decide(transaction, proposal, verdict, { ...answer, reason })
    if (verdict !== MergeStatus.REJECTED) await putInForce(transaction, proposal, verdict, { ...answer, reason })
    return proposal
  })
}

/** Of several people who decide on merges at once, one does, and the others see what came of it. */
export const lockMerges = (transaction: EntityManager): Promise<unknown> =>
  transaction.execute(`select pg_advisory_xact_lock(hashtext('merge learners'))`)

/** The reason, trimmed. Throws BAD_USER_INPUT where there is none. */
export function said(reason: string): string {
  const text = reason.trim()
  if (!text) throw badInput('Say why: whoever looks at it later needs the reason.')
  if (text.length > maxReasonLength) throw badInput(`Write at most ${maxReasonLength} characters.`)
  return text
}

/** Moves a proposal on and appends who did it, when and why. */
export async function decide(
  transaction: EntityManager,
  proposal: MergeProposal,
  status: MergeStatus,
  { accountId, reason }: Answer,
): Promise<void> {
  const decisions = await proposal.decisions.load()
  transaction.assign(proposal, { status })
  transaction.create(MergeDecision, {
    proposal,
    sequence: decisions.length + 1,
    decision: status,
    reason,
    decidedBy: accountId,
    decidedAt: new Date(),
  })
  await transaction.flush()
}

async function putInForce(
  transaction: EntityManager,
  { proposalId, merged, survivor }: MergeProposal,
  verdict: MergeStatus.APPROVED | MergeStatus.UNMERGED,
  { accountId, reason }: Answer,
): Promise<void> {
  const [mergedId, survivorId] = [merged.learnerId, survivor.learnerId]
  const survivors = await leadTo(transaction, mergedId, verdict === MergeStatus.APPROVED ? survivorId : null)
  await appendEvents(transaction, [
    {
      eventId: v7(),
      aggregateType: 'learner',
      aggregateId: mergedId,
      type: eventOf[verdict],
      payload: { survivors, proposalId, mergedId, survivorId, decidedBy: accountId, reason, decidedAt: new Date() },
    },
  ])
}

const proposerOf = ({ decisions }: MergeProposal) =>
  decisions
    .getItems()
    .filter(({ decision }) => decision === MergeStatus.PROPOSED)
    .at(-1)?.decidedBy
