import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, conflict, forbidden } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { Learner } from '../learner/learner.js'
import { readDecision } from '../matching/decision/read-decision.js'
import { vetoOf } from '../matching/decision/veto-words.js'
import { lockReviews } from './receive-reviews.js'
import { ReviewCase } from './review-case.js'
import { ReviewState, ReviewStepKind } from './review-enums.js'
import { dropFact, keepFact } from './review-fact.js'
import { type Actor, takeStep, tidyNote } from './take-step.js'
import { rowsOfCase, tellDecidedRows, tellReopenedRows } from './tell-decided-rows.js'

/** How long a decision can be taken back. */
const undoMs = 10_000
/** When a decision comes into force: a little after nobody can take it back. */
const forceMs = 12_000

/** Who is meant: the id of a learner, or nobody on file. */
export type Choice = { learnerId: string } | 'NOBODY'

/** Answers a case; a choice that contradicts what was given becomes a proposal to a second operator. */
export function decideReview(em: EntityManager, caseId: string, choice: Choice, actor: Actor): Promise<ReviewCase> {
  const note = tidyNote(actor.note)
  return change(em, caseId, [ReviewState.OPEN, ReviewState.PROPOSED], async (transaction, found) => {
    const learner = choice === 'NOBODY' ? null : await whoIs(transaction, choice.learnerId)
    Object.assign(found, { learner, isNobody: learner === null })
    if (learner === null || !(await contradicts(transaction, found, learner)))
      return putInForce(transaction, found, ReviewStepKind.DECIDED, { ...actor, note })
    if (!note)
      throw badInput('Say why: the choice contradicts what was given, and a second operator has to follow you.')
    found.state = ReviewState.PROPOSED
    await takeStep(transaction, found, ReviewStepKind.PROPOSED, { ...actor, note })
  })
}

/** Puts in force what another operator has proposed. */
export function confirmReview(em: EntityManager, caseId: string, actor: Actor): Promise<ReviewCase> {
  const note = tidyNote(actor.note)
  return change(em, caseId, [ReviewState.PROPOSED], async (transaction, found) => {
    const proposals = found.steps.getItems().filter(({ step }) => step === ReviewStepKind.PROPOSED)
    if (proposals.at(-1)?.takenBy === actor.accountId)
      throw forbidden('You proposed it, so a second operator has to confirm.')
    await putInForce(transaction, found, ReviewStepKind.CONFIRMED, { ...actor, note })
  })
}

/** Takes a proposal back, or a decision before it comes into force. */
export function undoReview(em: EntityManager, caseId: string, actor: Actor): Promise<ReviewCase> {
  const note = tidyNote(actor.note)
  return change(em, caseId, [ReviewState.PROPOSED, ReviewState.DECIDED], async (transaction, found) => {
    const wasDecided = found.state === ReviewState.DECIDED
    const until = undoableUntil(found)
    if (wasDecided && (!until || until < new Date()))
      throw conflict('Its rows are on their way by now. A record that is wrong is deleted by the provider.')
    Object.assign(found, { state: ReviewState.OPEN, learner: null, isNobody: false, effectiveAt: null })
    await takeStep(transaction, found, ReviewStepKind.UNDONE, { ...actor, note })
    if (!wasDecided) return
    await dropFact(transaction, found.caseId)
    await tellReopenedRows(transaction, await rowsOfCase(transaction, found.caseId))
  })
}

/** Until when a decision can be taken back; null where there is none. */
export const undoableUntil = ({ state, effectiveAt }: ReviewCase): Date | null =>
  state === ReviewState.DECIDED && effectiveAt ? new Date(effectiveAt.getTime() - (forceMs - undoMs)) : null

async function change(
  em: EntityManager,
  caseId: string,
  from: readonly ReviewState[],
  act: (transaction: EntityManager, found: ReviewCase) => Promise<void>,
): Promise<ReviewCase> {
  const id = uuid(caseId)
  return em.transactional(async (transaction) => {
    await lockReviews(transaction)
    const found = await transaction.findOneOrFail(ReviewCase, id, { populate: ['steps', 'learner'] })
    if (!from.includes(found.state)) throw conflict(standing[found.state])
    found.changedAt = new Date()
    await act(transaction, found)
    return found
  })
}

/** Why a case cannot be changed so, by where it stands. */
const standing: Record<ReviewState, string> = {
  OPEN: 'Nobody has chosen yet, so there is nothing to confirm or to take back.',
  PROPOSED: 'A choice was proposed meanwhile. Open the case again.',
  DECIDED: 'It was decided meanwhile. Open the case again.',
  WITHDRAWN: 'The provider no longer asks.',
}

async function putInForce(
  transaction: EntityManager,
  found: ReviewCase,
  step: ReviewStepKind,
  actor: Actor,
): Promise<void> {
  const effectiveAt = new Date(Date.now() + forceMs)
  Object.assign(found, { state: ReviewState.DECIDED, effectiveAt })
  await takeStep(transaction, found, step, actor)
  await keepFact(transaction, found, effectiveAt)
  await tellDecidedRows(transaction, await rowsOfCase(transaction, found.caseId))
}

/** The learner, or the one whom he or she was merged into. */
async function whoIs(em: EntityManager, learnerId: string): Promise<Learner> {
  const learner = await em.findOneOrFail(Learner, uuid(learnerId), { populate: ['survivor'] })
  return learner.survivor ?? learner
}

/** True where a rule says that somebody else is meant, or where matching has not even considered this physician. */
async function contradicts(em: EntityManager, { decisionId }: ReviewCase, { learnerId }: Learner): Promise<boolean> {
  const { candidates } = await readDecision(em, decisionId)
  const candidate = candidates.find(({ personId }) => personId === learnerId)
  return !candidate || candidate.vetoes.some((name) => vetoOf(name).needsSecond)
}
