import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { writeDecisions } from '../matching/decision/write-decisions.js'
import type { Matching } from '../matching/match-learners.js'
import { prepareQuestions, type Question } from './prepare-questions.js'
import { recountCases } from './recount-cases.js'
import type { ReviewNews } from './review-news.js'
import { tellDecidedRows } from './tell-decided-rows.js'

/**
 * Takes up what providers ask. Rows that give the same details share a case; a row of which matching is sure by now, or which
 * was decided already, is told of at once. The same news twice changes nothing. Answers how much of it was new.
 */
export async function receiveReviews(
  em: EntityManager,
  matching: Matching,
  news: readonly ReviewNews[],
): Promise<number> {
  const questions = await prepareQuestions(em, matching, news)
  return em.transactional(async (transaction) => {
    await lockReviews(transaction)
    const fresh = await keepNewer(transaction, news)
    const isFresh = ({ batchId, rowNumber }: { batchId: string; rowNumber: number }) =>
      fresh.has(`${batchId} ${rowNumber}`)
    const left = await leaveCases(transaction, news.filter(isFresh))
    const asked = questions.filter(isFresh)
    const joined = await joinCases(transaction, asked)
    await recountCases(transaction, [...left, ...joined])
    const open = news.filter((row) => row.isOpen && isFresh(row))
    await tellDecidedRows(transaction, open)
    return fresh.size
  })
}

/** Of several who change cases at once, one does. */
export const lockReviews = (transaction: EntityManager): Promise<unknown> =>
  transaction.execute(`select pg_advisory_xact_lock(hashtext('review learners'))`)

/** Notes what was said of each row; the rows of which this is news. */
async function keepNewer(em: EntityManager, news: readonly ReviewNews[]): Promise<ReadonlySet<string>> {
  const rows = await executeBound<{ batchId: string; rowNumber: number }>(
    em,
    `insert into review_request (batch_id, row_number, provider_id, revision, is_open)
     select "batchId", "rowNumber", "providerId", revision, "isOpen"
     from jsonb_to_recordset($1::jsonb) as told (
       "batchId" uuid, "rowNumber" int, "providerId" text, revision int, "isOpen" boolean)
     on conflict (batch_id, row_number) do update set revision = excluded.revision, is_open = excluded.is_open
       where review_request.revision < excluded.revision
     returning batch_id as "batchId", row_number as "rowNumber"`,
    [JSON.stringify(news)],
  )
  return new Set(rows.map(({ batchId, rowNumber }) => `${batchId} ${rowNumber}`))
}

/** Takes rows out of the cases that they were in; the ids of those cases. */
async function leaveCases(em: EntityManager, rows: readonly ReviewNews[]): Promise<string[]> {
  const left = await executeBound<{ caseId: string }>(
    em,
    `delete from review_row using unnest($1::uuid[], $2::int[]) as told (batch, number)
     where batch_id = batch and row_number = number returning case_id as "caseId"`,
    [rows.map(({ batchId }) => batchId), rows.map(({ rowNumber }) => rowNumber)],
  )
  return left.map(({ caseId }) => caseId)
}

/** Puts rows into the case of their details, which is opened, or opened again, where nobody decides on it. */
async function joinCases(em: EntityManager, questions: readonly Question[]): Promise<string[]> {
  if (!questions.length) return []
  const first = new Map(
    questions.toReversed().map((question) => [`${question.providerId} ${question.fingerprint}`, question]),
  )
  const opened = await executeBound<{ decisionId: string }>(em, openSql, [
    JSON.stringify([...first.values()].map(toRow)),
  ])
  const openedIds = new Set(opened.map(({ decisionId }) => decisionId))
  const basis = questions.filter(({ decisionId }) => openedIds.has(decisionId))
  await writeDecisions(
    em,
    basis.map(({ decisionId, part, claimFingerprint, decision }) => ({
      decisionId,
      part,
      fingerprint: claimFingerprint,
      decision,
    })),
    { caller: 'review', decidedAt: new Date() },
  )
  const joined = await executeBound<{ caseId: string }>(em, joinSql, [JSON.stringify(questions.map(toRow))])
  return joined.map(({ caseId }) => caseId)
}

const toRow = ({ decision, claimFingerprint, ...question }: Question) => question

const openSql = `
  with asked as (
    select * from jsonb_to_recordset($1::jsonb) as asked (
      "providerId" text, fingerprint text, part text, claim jsonb, kind text, probability double precision,
      "decisionId" uuid, "askedAt" timestamptz)
  ), opened as (
    insert into review_case (case_id, provider_id, fingerprint, part, claim, kind, state, decision_id, probability,
      opened_at, changed_at)
    select uuidv7(), "providerId", decode(fingerprint, 'hex'), part, claim, kind, 'OPEN', "decisionId", probability,
      "askedAt", clock_timestamp()
    from asked
    on conflict (provider_id, fingerprint, part) do update set state = 'OPEN', claim = excluded.claim, kind = excluded.kind,
      decision_id = excluded.decision_id, probability = excluded.probability, opened_at = excluded.opened_at,
      changed_at = excluded.changed_at
      where review_case.state = 'WITHDRAWN'
    returning case_id, provider_id, decision_id
  ), steps as (
    insert into review_step (case_id, sequence, step, taken_by, taken_at)
    select case_id, 1 + (select count(*) from review_step s where s.case_id = opened.case_id), 'OPENED', provider_id,
      clock_timestamp()
    from opened
  )
  select decision_id as "decisionId" from opened`

const joinSql = `
  insert into review_row (batch_id, row_number, part, case_id, quarters, asked_at)
  select "batchId", "rowNumber", asked.part, case_id, asked.quarters, "askedAt"
  from jsonb_to_recordset($1::jsonb) as asked (
    "batchId" uuid, "rowNumber" int, "providerId" text, fingerprint text, part text, quarters int, "askedAt" timestamptz)
  join review_case c on c.provider_id = "providerId" and c.fingerprint = decode(asked.fingerprint, 'hex')
    and c.part = asked.part
  returning case_id as "caseId"`
