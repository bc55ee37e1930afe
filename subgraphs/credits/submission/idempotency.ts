import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { GraphQLError } from 'graphql'
import { conflict } from '../../shared/errors.js'
import { executeAbout } from '../../shared/postgres/prepared.js'
import { Batch } from '../batch/batch.js'
import type { Verdict } from '../record/verdict.js'
import { type CompletionInput, cellsOf } from './completion-input.js'

/** How long the answer to a key is kept. */
export const keptDays = 30

/** A key under which a provider may repeat a request, with the fingerprint of what it asks for. */
export interface RepeatKey {
  providerId: string
  key: string
  fingerprint: string
}

/** What became of one entry. */
export type Answered = Pick<Verdict, 'rowNumber' | 'outcome' | 'issues' | 'cells' | 'completionId'>

type StoredAnswer = Omit<Answered, 'cells'>

/** The same for the same entries in the same order, however the caller wrote them. */
export function fingerprintOf(inputs: readonly CompletionInput[]): string {
  const entries = inputs.map((input) => [cellsOf(input), input.learnerPermission])
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex')
}

/** The first answer to a key. */
export interface KnownAnswer {
  batch: Batch
  rows: StoredAnswer[]
}

/** The first answer to a key, if there was one. Throws CONFLICT where it was another request. */
export async function answerOf(em: EntityManager, repeat: RepeatKey): Promise<KnownAnswer | undefined> {
  const [answer] = await answersOf(em, [repeat])
  if (answer instanceof GraphQLError) throw answer
  return answer
}

/** For each key of one provider the first answer to it, if there was one; a CONFLICT where it was another request. */
export async function answersOf(
  em: EntityManager,
  repeats: readonly RepeatKey[],
): Promise<(KnownAnswer | GraphQLError | undefined)[]> {
  const providerId = repeats[0]?.providerId
  if (!providerId) return []
  const known = await executeAbout<{ key: string; fingerprint: string; batchId: string; answers: StoredAnswer[] }>(
    em,
    repeats.length,
    `select key, fingerprint, batch_id as "batchId", answers from idempotency_key where provider_id = $1 and key = any($2::text[])`,
    [providerId, repeats.map(({ key }) => key)],
  )
  if (!known.length) return repeats.map(() => undefined)
  const batches = await em.find(Batch, { batchId: { $in: known.map(({ batchId }) => batchId) }, providerId })
  return repeats.map(({ key, fingerprint }) => {
    const first = known.find((each) => each.key === key)
    const batch = batches.find(({ batchId }) => batchId === first?.batchId)
    if (!first || !batch) return undefined
    return first.fingerprint === fingerprint ? { batch, rows: first.answers } : anotherRequest()
  })
}

const anotherRequest = () =>
  conflict('This idempotency key came with another request before.', {
    hint: 'Use a new key for a new request, and the same one only to repeat a request unchanged.',
  })

/** An answer that is to be kept under its key. */
export interface NewAnswer {
  repeat: RepeatKey
  batchId: string
  verdicts: readonly Verdict[]
}

/** Keeps answers in the transaction that makes them true. The entries themselves are not kept twice. */
export async function keepAnswers(em: EntityManager, answers: readonly NewAnswer[]): Promise<void> {
  if (!answers.length) return
  await executeAbout(
    em,
    answers.length,
    `insert into idempotency_key (provider_id, key, fingerprint, batch_id, answers)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::jsonb[])`,
    [
      answers.map(({ repeat }) => repeat.providerId),
      answers.map(({ repeat }) => repeat.key),
      answers.map(({ repeat }) => repeat.fingerprint),
      answers.map(({ batchId }) => batchId),
      answers.map(({ verdicts }) => JSON.stringify(verdicts.map(toStored))),
    ],
  )
}

const toStored = ({ rowNumber, outcome, issues, completionId }: Verdict): StoredAnswer => ({
  rowNumber,
  outcome,
  issues,
  completionId,
})
