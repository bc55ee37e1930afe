import type { EntityManager } from '@mikro-orm/postgresql'
import { isUuid } from '../../shared/graphql/id.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { type CountChange, countCredit, countOf } from '../count/count-credit.js'
import { settleDerived } from '../derived/settle-derived.js'
import { CreditTopic, tellOfCredit } from '../live/credit-news.js'
import { lockRecording } from '../record/record-lock.js'
import { type Answer, type AnswerOutcome, judgeAnswer, type Standing, wordsOf } from './moc-answer.js'

/** Which board answers, and in whose name. */
export interface Answerer {
  boardCode: string
  decidedBy: string
}

export interface AnswerResult {
  partId: string
  outcome: AnswerOutcome
}

interface AskedPart extends Omit<CountChange, 'accepted' | 'pending'> {
  partId: string
  learnerId: string
  /** The record that it stands in. */
  completionId: string
  completedOn: string
  /** Null for what the provider has withdrawn. */
  status: 'PENDING' | 'ACCEPTED' | 'REJECTED' | null
}

/**
 * Appends a board’s answers to the ledger, moves the projection along, and lets CME credit follow from what it accepts
 * (L41, L42): one transaction, in which each answer stands alone.
 */
export async function decideParts(
  em: EntityManager,
  answers: readonly Answer[],
  answerer: Answerer,
): Promise<AnswerResult[]> {
  const given = answers.map((answer) => ({ ...answer, partId: answer.partId.toLowerCase() }))
  return em.transactional(async (transaction) => {
    const parts = await lookUpParts(transaction, given, answerer)
    const { results, recorded } = judgeAll(given, parts)
    await write(transaction, recorded, answerer)
    return results
  })
}

/** The parts, held so that nobody withdraws or answers them meanwhile. */
async function lookUpParts(em: EntityManager, answers: readonly Answer[], { boardCode }: Answerer) {
  const ids = [...new Set(answers.map(({ partId }) => partId).filter(isUuid))]
  const providers = await executeBound<{ providerId: string }>(
    em,
    `select distinct live.provider_id as "providerId"
     from credit_part part join live_credit live on live.learner_id = part.learner_id and live.part_id = part.part_id
     where part.part_id = any($1::uuid[]) and part.kind = 'MOC' and part.board_code = $2`,
    [ids, boardCode],
  )
  await lockRecording(
    em,
    providers.map(({ providerId }) => providerId),
  )
  const parts = await executeBound<AskedPart>(
    em,
    `select part.part_id as "partId", part.learner_id as "learnerId",
       live.completion_id as "completionId", live.status, live.activity_id as "activityId",
       live.completed_on::text as "completedOn", live.provider_id as "providerId", live.board_code as "boardCode",
       (live.recorded_at at time zone 'America/Chicago')::date::text as "recordedOn"
     from credit_part part
     left join live_credit live on live.learner_id = part.learner_id and live.part_id = part.part_id
     where part.part_id = any($1::uuid[]) and part.kind = 'MOC' and part.board_code = $2`,
    [ids, boardCode],
  )
  return new Map(parts.map((part) => [part.partId, part]))
}

type Recorded = AskedPart & { answer: Answer }

function judgeAll(answers: readonly Answer[], parts: ReadonlyMap<string, AskedPart>) {
  const recorded = new Map<string, Recorded>()
  const results = answers.map((answer): AnswerResult => {
    const part = parts.get(answer.partId)
    const standing: Standing = recorded.get(answer.partId)?.answer.decision ?? (part && (part.status ?? 'WITHDRAWN'))
    const outcome = judgeAnswer(answer, standing)
    if (part && outcome === 'RECORDED') recorded.set(answer.partId, { ...part, answer })
    return { partId: answer.partId, outcome }
  })
  return { results, recorded: [...recorded.values()] }
}

async function write(em: EntityManager, recorded: readonly Recorded[], { decidedBy }: Answerer): Promise<void> {
  if (!recorded.length) return
  const decisions = recorded.map(({ learnerId, partId, answer }) => ({
    learnerId,
    partId,
    decision: answer.decision,
    reason: wordsOf(answer),
    reasonCode: answer.decision === 'REJECTED' ? (answer.reasonCode ?? 'OTHER') : null,
  }))
  await executeBound(
    em,
    `with given as materialized (
       select * from jsonb_to_recordset($1::jsonb) as given (
         "learnerId" uuid, "partId" uuid, decision text, reason text, "reasonCode" text)
     ), decided as (
       insert into part_decision (learner_id, part_id, sequence, decision, reason, reason_code, decided_by)
       select learner_id, part_id, max(sequence) + 1, given.decision, given.reason, given."reasonCode", $2
       from part_decision join given on learner_id = "learnerId" and part_id = "partId"
       group by learner_id, part_id, given.decision, given.reason, given."reasonCode"
     )
     update live_credit set status = given.decision, reason = given.reason, reason_code = given."reasonCode"
     from given where learner_id = "learnerId" and part_id = "partId"`,
    [JSON.stringify(decisions), decidedBy],
  )
  await countCredit(
    em,
    recorded.flatMap(({ answer, ...part }) => [
      { ...part, ...countOf('PENDING', -1) },
      { ...part, ...countOf(answer.decision, 1) },
    ]),
  )
  await tellOfCredit(em, CreditTopic.DECIDED, recorded)
  await settleDerived(
    em,
    recorded.filter(({ answer }) => answer.decision === 'ACCEPTED'),
  )
}
