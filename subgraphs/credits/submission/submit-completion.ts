import { centralDay } from '../../reference/central-day.js'
import { inTime } from '../../shared/upload/in-time.js'
import { countOutcomes } from '../../shared/upload/progress.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { Batch } from '../batch/batch.js'
import { writeRows } from '../batch/write-rows.js'
import type { CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { recordVerdicts } from '../derived/record-verdicts.js'
import { judgeChunk, type PreparedChunk, prepareChunk } from '../record/apply-chunk.js'
import type { Verdict } from '../record/verdict.js'
import { type CompletionInput, cellsOf } from './completion-input.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

const rowNumber = 1

/** Judges one entry as it would be judged in a file, and records nothing. */
export async function tryCompletion(
  input: CompletionInput,
  { em, owners, viewer, now, newId }: Tools,
): Promise<Verdict> {
  const providerId = viewer.ownProviderId()
  const prepare = () => prepareChunk([{ rowNumber, cells: cellsOf(input) }], owners, providerId)
  const verdicts = await inTime(await prepare(), prepare, (chunk) =>
    em.transactional((transaction) => judgeChunk(transaction, chunk, { providerId, today: centralDay(now()), newId })),
  )
  return only(verdicts)
}

/** Records one entry: a batch of one on the same path as a file. */
export async function submitCompletion(
  input: CompletionInput,
  source: CompletionSource,
  tools: Tools,
): Promise<{ batch: Batch; verdict: Verdict }> {
  const { em, owners, viewer, now, newId } = tools
  const providerId = viewer.ownProviderId()
  const submittedBy = viewer.signedIn().accountId
  const prepare = () => prepareChunk([{ rowNumber, cells: cellsOf(input) }], owners, providerId)
  const record = (chunk: PreparedChunk) =>
    em.transactional(async (transaction) => {
      const batchId = newId()
      const verdicts = await judgeChunk(transaction, chunk, { providerId, today: centralDay(now()), newId })
      const batch = transaction.create(Batch, {
        batchId,
        providerId,
        source,
        state: BatchState.DONE,
        submittedBy,
        totalRows: verdicts.length,
        appliedRows: verdicts.length,
        ...countOutcomes(verdicts),
        lastRowNumber: rowNumber,
        createdAt: now(),
        startedAt: now(),
        finishedAt: now(),
      })
      await transaction.flush()
      await recordVerdicts(transaction, verdicts, { providerId, source, batchId, submittedBy })
      await writeRows(transaction, batchId, verdicts)
      return { batch, verdict: only(verdicts) }
    })
  return inTime(await prepare(), prepare, record)
}

function only([verdict]: readonly Verdict[]): Verdict {
  if (!verdict) throw new Error('A row has no verdict.')
  return verdict
}
