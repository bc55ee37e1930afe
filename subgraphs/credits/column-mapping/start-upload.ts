import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict, quotaExceeded } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { confirmUpload, lockWaiting } from '../../shared/upload/confirm-upload.js'
import { BatchState, cancellableStates } from '../../shared/upload/upload-enums.js'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import { Batch, batchKind } from '../batch/batch.js'
import { visibleBatches } from '../batch/batch.policy.js'
import type { CreditsContext } from '../context.js'
import type { ColumnMapping } from './column-mapping.js'
import { mappingOf, type Said } from './propose-mapping.js'
import { readMapping } from './read-mapping.js'
import { rememberMapping } from './remembered-mappings.js'

type Tools = Pick<CreditsContext, 'em' | 'viewer' | 'now' | 'newId' | 'queue' | 'spool'>

/** How often one upload may be tried. */
const mostTrials = 20

/** Lets a worker begin with a file that waits, read as is said, and remembers what was said. */
export async function startUpload(batchId: string, said: Said | undefined, tools: Tools): Promise<Batch> {
  const { em, viewer, queue, now } = tools
  const mapping = await mappingFor(batchId, said, tools)
  const note = async (batch: Batch, transaction: EntityManager) => {
    viewer.must('start', batch)
    await remember(transaction, batch, mapping, tools)
    batch.mapping = mapping
  }
  return confirmUpload(batchKind, uuid(batchId), visibleBatches(viewer), note, { em, queue, now })
}

/**
 * Checks a file that waits without recording anything: its bytes are tried as a batch of their own, so that they can
 * still be reported afterwards. Throws CONFLICT while it is being checked already.
 */
export async function tryUpload(batchId: string, said: Said | undefined, tools: Tools): Promise<Batch> {
  const { em, viewer, now, newId, queue, spool } = tools
  const mapping = await mappingFor(batchId, said, tools)
  return em.transactional(async (transaction) => {
    const upload = await lockWaiting(batchKind, uuid(batchId), visibleBatches(viewer), transaction)
    viewer.must('start', upload)
    await refuseTooManyTrials(transaction, upload.batchId)
    await remember(transaction, upload, mapping, tools)
    upload.mapping = mapping
    const { providerId, source, fileName, sha256, byteSize } = upload
    const trial = transaction.create(Batch, {
      batchId: newId(),
      providerId,
      source,
      fileName,
      sha256,
      byteSize,
      mapping,
      dryRun: true,
      trialOf: upload.batchId,
      state: BatchState.STORED,
      submittedBy: viewer.signedIn().accountId,
      createdAt: now(),
    })
    await transaction.flush()
    await spool.share(upload.batchId, trial.batchId)
    await queue.add(transaction, trial.batchId, providerId)
    return trial
  })
}

async function refuseTooManyTrials(em: EntityManager, batchId: string): Promise<void> {
  const running = await em.count(Batch, { trialOf: batchId, state: { $in: [...cancellableStates] } })
  if (running) throw conflict('This file is being checked already.', { hint: 'Wait for the outcomes, or cancel it.' })
  if ((await em.count(Batch, { trialOf: batchId })) < mostTrials) return
  throw quotaExceeded(`This file was checked ${mostTrials} times.`, { hint: 'Report it, or send it anew.' })
}

/** How a file that waits is to be read; null for the template’s own layout. Throws BAD_USER_INPUT where something is to be said. */
async function mappingFor(batchId: string, said: Said | undefined, { em, viewer, spool }: Tools) {
  const batch = await em.findOneOrFail(Batch, { $and: [{ batchId: uuid(batchId) }, visibleBatches(viewer)] })
  viewer.must('start', batch)
  if (!batch.needsConfirmation) throw conflict('This file does not wait to be started.')
  const reading = await readMapping(em, batch.providerId, spool.pathOf(batch.batchId), said, batch.mapping).catch(
    leaveToWorker,
  )
  return reading?.proposal ? mappingOf(reading.proposal) : null
}

/** A file that cannot be read is refused where every file is, with its reason on the batch. */
function leaveToWorker(error: unknown): undefined {
  if (!(error instanceof FileRefusal)) throw error
}

async function remember(
  em: EntityManager,
  { providerId }: Batch,
  mapping: ColumnMapping | null,
  { viewer, newId, now }: Tools,
): Promise<void> {
  if (!mapping) return
  const { accountId, displayName } = viewer.signedIn()
  await rememberMapping(em, mapping, { mappingId: newId(), providerId, accountId, displayName, at: now() })
}
