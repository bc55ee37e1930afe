import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { badInput } from '../../shared/errors.js'
import { inTime } from '../../shared/upload/in-time.js'
import type { Batch } from '../batch/batch.js'
import type { CreditsContext } from '../context.js'
import { trying } from '../owners/trying.js'
import { judgeChunk, type PreparedChunk, prepareChunk } from '../record/apply-chunk.js'
import { issue } from '../record/issue.js'
import { lockRecording } from '../record/record-lock.js'
import type { UnreadableRow } from '../record/submission.js'
import type { Verdict } from '../record/verdict.js'
import { actingFor } from './acting.js'
import { type CompletionInput, cellsOf } from './completion-input.js'
import { type Answered, answerOf, fingerprintOf, keepAnswer, type RepeatKey } from './idempotency.js'
import { recordChunk } from './record-chunk.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** The most entries that one call may carry. */
export const maxEntries = 500

/** What became of entries, in their order; the batch is null where they were only tried. */
export interface Submitted {
  batch: Batch | null
  rows: Answered[]
}

interface Entry {
  rowNumber: number
  input: CompletionInput
}

/** Judges entries as they would be judged in a file, and records nothing; that the learners agreed is asked at the end. */
export async function tryCompletions(inputs: readonly CompletionInput[], tools: Tools): Promise<Submitted> {
  const { em, viewer, now, newId } = tools
  const providerId = viewer.ownProviderId()
  const rowsOfAll = entriesOf(inputs).map(({ rowNumber, input }) => ({ rowNumber, cells: cellsOf(input) }))
  const prepare = () => prepareChunk(rowsOfAll, trying(tools.owners), providerId)
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
): Promise<Submitted> {
  const { em } = tools
  const { providerId } = actingFor(tools)
  const entries = entriesOf(inputs)
  const repeat = key == null ? undefined : { providerId, key: readKey(key), fingerprint: fingerprintOf(inputs) }
  const before = repeat && (await answered(repeat, entries, tools))
  if (before) return before
  const prepare = preparing(entries, providerId, tools)
  return inTime(await prepare(), prepare, (chunk) =>
    em.transactional(async (transaction) => {
      const meanwhile = repeat && (await answeredMeanwhile(repeat, entries, transaction))
      if (meanwhile) return meanwhile
      const { batch, verdicts } = await recordChunk(transaction, chunk, tools)
      if (repeat) await keepAnswer(transaction, repeat, batch.batchId, verdicts)
      return { batch, rows: verdicts }
    }),
  )
}

function entriesOf(inputs: readonly CompletionInput[]): Entry[] {
  if (!inputs.length || inputs.length > maxEntries)
    throw badInput(`Send 1 to ${maxEntries} completions at once, not ${inputs.length}.`, {
      hint: 'For more, call again, or upload a file.',
    })
  return inputs.map((input, index) => ({ rowNumber: index + 1, input }))
}

/** A key under which a request may be repeated. Throws BAD_USER_INPUT for what is none. */
export function readKey(key: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw badInput('An idempotency key has 1 to 255 visible ASCII characters.', { hint: 'A random UUID is a good one.' })
}

/** Once nobody else records for the provider, what another call with the same key has been answered since we looked. */
async function answeredMeanwhile(repeat: RepeatKey, entries: readonly Entry[], em: EntityManager) {
  await lockRecording(em, [repeat.providerId])
  return answered(repeat, entries, { em })
}

async function answered(
  repeat: RepeatKey,
  entries: readonly Entry[],
  { em }: Pick<Tools, 'em'>,
): Promise<Submitted | undefined> {
  const cells = new Map(entries.map(({ rowNumber, input }) => [rowNumber, cellsOf(input)]))
  const answer = await answerOf(em, repeat)
  if (!answer) return undefined
  return { batch: answer.batch, rows: answer.rows.map((row) => ({ ...row, cells: cells.get(row.rowNumber) ?? {} })) }
}

/** Reads and looks up entries; of a learner who did not agree to be reported nobody is asked (L33). */
function preparing(entries: readonly Entry[], providerId: string, { owners }: Pick<Tools, 'owners'>) {
  const rows = entries.map(({ rowNumber, input }) => ({ rowNumber, cells: cellsOf(input) }))
  const agreed = new Set(entries.filter(({ input }) => input.learnerPermission).map(({ rowNumber }) => rowNumber))
  const refused = rows
    .filter(({ rowNumber }) => !agreed.has(rowNumber))
    .map((row): UnreadableRow => ({ ...row, issues: [issue('PERMISSION_MISSING')] }))
  return async (): Promise<PreparedChunk> => {
    const chunk = await prepareChunk(
      rows.filter(({ rowNumber }) => agreed.has(rowNumber)),
      owners,
      providerId,
    )
    const submissions = [...chunk.submissions, ...refused].sort((one, other) => one.rowNumber - other.rowNumber)
    return { ...chunk, submissions }
  }
}

/** The verdict on the only entry. */
export function only<Row extends Pick<Verdict, 'outcome'>>([row]: readonly Row[]): Row {
  if (!row) throw new Error('A row has no verdict.')
  return row
}
