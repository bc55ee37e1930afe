import { createHash } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict } from '../../shared/errors.js'
import { executeBound } from '../../shared/postgres/bound.js'
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

/** The first answer to a key, if there was one. Throws CONFLICT where it was another request. */
export async function answerOf(
  em: EntityManager,
  { providerId, key, fingerprint }: RepeatKey,
): Promise<{ batch: Batch; rows: StoredAnswer[] } | undefined> {
  const [known] = await executeBound<{ fingerprint: string; batchId: string; answers: StoredAnswer[] }>(
    em,
    `select fingerprint, batch_id as "batchId", answers from idempotency_key where provider_id = $1 and key = $2`,
    [providerId, key],
  )
  if (!known) return undefined
  if (known.fingerprint !== fingerprint)
    throw conflict('This idempotency key came with another request before.', {
      hint: 'Use a new key for a new request, and the same one only to repeat a request unchanged.',
    })
  return { batch: await em.findOneOrFail(Batch, { batchId: known.batchId, providerId }), rows: known.answers }
}

/** Keeps the answer in the transaction that makes it true. The entries themselves are not kept twice. */
export async function keepAnswer(
  em: EntityManager,
  { providerId, key, fingerprint }: RepeatKey,
  batchId: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  const answers = verdicts.map(
    ({ rowNumber, outcome, issues, completionId }): StoredAnswer => ({ rowNumber, outcome, issues, completionId }),
  )
  await executeBound(
    em,
    `insert into idempotency_key (provider_id, key, fingerprint, batch_id, answers) values ($1, $2, $3, $4::uuid, $5::jsonb)`,
    [providerId, key, fingerprint, batchId, JSON.stringify(answers)],
  )
}
