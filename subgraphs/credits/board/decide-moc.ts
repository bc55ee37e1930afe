import { badInput, conflict, notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import type { MocCredit } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import type { CreditsContext } from '../context.js'
import { type AnswerResult, decideParts } from './decide-parts.js'
import { type Answer, type AnswerOutcome, answerSentence, maxAnswers, maxReasonLength } from './moc-answer.js'

const refusals: Partial<Record<AnswerOutcome, (sentence: string) => Error>> = {
  CONTRADICTION: conflict,
  WITHDRAWN: conflict,
  UNKNOWN: notFound,
  NO_REASON: badInput,
}

/** Records the answer of the viewer’s board to one question, and shows the points as they stand then. */
export async function decideMoc(answer: Answer, { em, viewer }: CreditsContext): Promise<MocCredit> {
  const boardCode = viewer.ownCertifyingBoard()
  const partId = uuid(answer.partId)
  refuseLongReasons([answer])
  const [result] = await decideParts(em, [answer], { boardCode, decidedBy: viewer.signedIn().accountId })
  const refuse = result && refusals[result.outcome]
  if (refuse) throw refuse(answerSentence(result.outcome))
  const [record] = await findRecords(em, {
    scope: visibleParts(viewer),
    and: [{ where: `c.part_id = ?::uuid and c.learner_id = (${learnerOfPart})`, params: [partId, partId] }],
    order: 'NEWEST_RECORDED',
    limit: 1,
  })
  const decided = record?.moc[0]
  if (!decided) throw notFound(answerSentence('UNKNOWN'))
  return decided
}

/** The projection is found by learner, and the ledger knows whose a part is. */
const learnerOfPart = 'select learner_id from credit_part where part_id = ?::uuid'

/** Records many answers of the viewer’s board; each stands alone, and what stops one is its outcome. */
export async function decideMocs(answers: readonly Answer[], { em, viewer }: CreditsContext): Promise<AnswerResult[]> {
  const boardCode = viewer.ownCertifyingBoard()
  if (!answers.length || answers.length > maxAnswers)
    throw badInput(`Send 1 to ${maxAnswers.toLocaleString('en-US')} answers at once, not ${answers.length}.`)
  refuseLongReasons(answers)
  return decideParts(em, answers, { boardCode, decidedBy: viewer.signedIn().accountId })
}

function refuseLongReasons(answers: readonly Answer[]): void {
  if (answers.some(({ reason }) => (reason?.trim().length ?? 0) > maxReasonLength))
    throw badInput(`Write at most ${maxReasonLength} characters.`)
}
