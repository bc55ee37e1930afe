import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import type { Batch } from '../batch/batch.js'
import type { CreditsContext } from '../context.js'
import { recordVerdicts } from '../derived/record-verdicts.js'
import { judgeChunk, type PreparedChunk } from '../record/apply-chunk.js'
import type { Verdict } from '../record/verdict.js'
import { actingFor } from './acting.js'
import { type DirectBatch, keepBatch } from './direct-batch.js'

type Tools = Pick<CreditsContext, 'viewer' | 'now' | 'newId'>

/**
 * Judges and records what came in one call, in the caller’s transaction, as a batch that is done: each row stands or
 * falls alone. Throws PreparedTooEarly where an activity has changed since it was looked up.
 */
export async function recordChunk(
  transaction: EntityManager,
  chunk: PreparedChunk,
  tools: Tools,
  more: Pick<DirectBatch, 'corrects' | 'columns'> = {},
): Promise<{ batch: Batch; verdicts: Verdict[] }> {
  const { now, newId } = tools
  const { providerId, source, submittedBy, byName } = actingFor(tools)
  const batchId = newId()
  const verdicts = await judgeChunk(transaction, chunk, { providerId, today: centralDay(now()), newId })
  const batch = await keepBatch(transaction, { batchId, providerId, source, submittedBy, at: now(), ...more }, verdicts)
  await recordVerdicts(transaction, verdicts, { providerId, source, batchId, submittedBy, byName })
  return { batch, verdicts }
}
