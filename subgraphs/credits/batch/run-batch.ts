import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { countOutcomes } from '../../shared/upload/progress.js'
import { runUpload, type UploadSteps } from '../../shared/upload/run-upload.js'
import type { Spool } from '../../shared/upload/spool.js'
import { recordVerdicts } from '../derived/record-verdicts.js'
import { inspectBatch } from '../intake/inspect-batch.js'
import { type LearnerRow, readLearnerFile, workbookLayout } from '../intake/learner-file.js'
import type { Owners } from '../owners/owners.js'
import { trying } from '../owners/trying.js'
import { judgeChunk, type PreparedChunk, prepareChunk } from '../record/apply-chunk.js'
import type { LivePart } from '../record/live-parts.js'
import { type Batch, batchKind } from './batch.js'
import { writeRows } from './write-rows.js'

export interface BatchTools {
  em: EntityManager
  owners: Owners
  spool: Spool
  log: Log
  today: () => string
  newId: () => string
}

/** Takes a stored file of learner credit to its end, or continues it where a worker was killed. */
export function runBatch(batchId: string, tools: BatchTools, signal: AbortSignal): Promise<void> {
  const runner = { kind: batchKind, chunkSize: 2_000, stepsOf: (batch: Batch) => stepsOf(batch, tools) }
  return runUpload(runner, batchId, tools, signal)
}

function stepsOf(
  { batchId, providerId, source, submittedBy, dryRun }: Batch,
  { em, owners, today, newId }: BatchTools,
): UploadSteps<Batch, LearnerRow, PreparedChunk> {
  const carried: LivePart[] = []
  return {
    inspect: (batch, path) => inspectBatch(batch, path, em.fork()),
    read: ({ layout, mapping }, path) => readLearnerFile(path, layout ?? workbookLayout, providerId, mapping),
    prepare: (rows) => prepareChunk(rows, dryRun ? trying(owners) : owners, providerId),
    async record(transaction, chunk) {
      const verdicts = await judgeChunk(transaction, chunk, { providerId, today: today(), newId, carried })
      if (dryRun) carried.push(...verdicts.flatMap(({ awarded }) => awarded))
      else await recordVerdicts(transaction, verdicts, { providerId, source, batchId, submittedBy })
      await writeRows(transaction, [{ batchId, verdicts }])
      return countOutcomes(verdicts)
    },
  }
}
