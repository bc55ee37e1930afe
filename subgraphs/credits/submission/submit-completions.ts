import { centralDay } from '../../reference/central-day.js'
import { badInput } from '../../shared/errors.js'
import { inTime } from '../../shared/upload/in-time.js'
import type { Batch } from '../batch/batch.js'
import type { CreditsContext } from '../context.js'
import { trying } from '../owners/trying.js'
import { judgeChunk, prepareChunk, type Row } from '../record/apply-chunk.js'
import { issue } from '../record/issue.js'
import type { Verdict } from '../record/verdict.js'
import { actingFor } from './acting.js'
import { type CompletionInput, cellsOf } from './completion-input.js'
import { type Answered, fingerprintOf } from './idempotency.js'
import type { RecordedCall } from './record-calls.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId' | 'recorder' | 'signal'>

/** The most entries that one call may carry. */
export const maxEntries = 500

/** What became of entries, in their order; the batch is null where they were only tried. */
export interface Submitted {
  batch: Batch | null
  rows: Answered[]
  isFresh?: boolean
}

/** Judges entries as they would be judged in a file, and records nothing; that the learners agreed is asked at the end. */
export async function tryCompletions(inputs: readonly CompletionInput[], tools: Tools): Promise<Submitted> {
  const { em, viewer, now, newId } = tools
  const providerId = viewer.ownProviderId()
  const entries = rowsOf(inputs).map(({ rowNumber, cells }) => ({ rowNumber, cells }))
  const prepare = () => prepareChunk(entries, trying(tools.owners), providerId)
  const rows = await inTime(await prepare(), prepare, (chunk) =>
    em.transactional((transaction) => judgeChunk(transaction, chunk, { providerId, today: centralDay(now()), newId })),
  )
  return { batch: null, rows: rows.map((verdict) => ({ ...verdict, completionId: null })) }
}

/**
 * Records entries: a batch on the same path as a file, in which each entry stands or falls alone. The same key with the
 * same entries again has the first answer and does nothing; with other entries it is a CONFLICT.
 */
export async function submitCompletions(
  inputs: readonly CompletionInput[],
  key: string | null | undefined,
  tools: Tools,
): Promise<RecordedCall> {
  const acting = actingFor(tools)
  const { providerId } = acting
  const rows = rowsOf(inputs)
  const repeat = key == null ? undefined : { providerId, key: readKey(key), fingerprint: fingerprintOf(inputs) }
  return tools.recorder.record({ rows, repeat }, acting, tools)
}

/** Entries as rows; of a learner who did not agree to be reported nobody is asked (L33). */
function rowsOf(inputs: readonly CompletionInput[]): Row[] {
  if (!inputs.length || inputs.length > maxEntries)
    throw badInput(`Send 1 to ${maxEntries} completions at once, not ${inputs.length}.`, {
      hint: 'For more, call again, or upload a file.',
    })
  return inputs.map((input, index) => ({
    rowNumber: index + 1,
    cells: cellsOf(input),
    issues: input.learnerPermission ? [] : [issue('PERMISSION_MISSING')],
  }))
}

/** A key under which a request may be repeated. Throws BAD_USER_INPUT for what is none. */
export function readKey(key: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw badInput('An idempotency key has 1 to 255 visible ASCII characters.', { hint: 'A random UUID is a good one.' })
}

/** The verdict on the only entry. */
export function only<Row extends Pick<Verdict, 'outcome'>>([row]: readonly Row[]): Row {
  if (!row) throw new Error('A row has no verdict.')
  return row
}
