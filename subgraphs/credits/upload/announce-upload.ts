import type { EntityManager } from '@mikro-orm/postgresql'
import { quotaExceeded } from '../../shared/errors.js'
import { Batch } from '../batch/batch.js'
import { BatchState } from '../batch/batch-enums.js'
import { CompletionSource } from '../completion/completion.js'
import type { CreditsContext } from '../context.js'
import { uploadLimits } from './limits.js'

type Tools = Pick<CreditsContext, 'em' | 'viewer' | 'newId' | 'now'>

/** Opens an address for a file of the viewer’s provider. Throws QUOTA_EXCEEDED while too many of its addresses are open. */
export function announceUpload(
  { fileName, dryRun }: Pick<Batch, 'fileName' | 'dryRun'>,
  { em, viewer, newId, now }: Tools,
): Promise<Batch> {
  const providerId = viewer.ownProviderId()
  return em.transactional(async (transaction) => {
    await refuseTooMany(transaction, providerId)
    return transaction.create(Batch, {
      batchId: newId(),
      providerId,
      source: CompletionSource.FILE,
      fileName,
      state: BatchState.RECEIVING,
      dryRun,
      submittedBy: viewer.signedIn().accountId,
      createdAt: now(),
    })
  })
}

/** Announcements of one provider wait for each other, so that the count holds. */
async function refuseTooMany(em: EntityManager, providerId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('announce ' || ?, 0))`, [providerId])
  const open = await em.count(Batch, { providerId, state: BatchState.RECEIVING })
  if (open < uploadLimits.openAddresses) return
  throw quotaExceeded(`Your provider has announced ${open} files and not sent them.`, {
    hint: `Send or cancel one of them first; after ${uploadLimits.openHours} hours they are closed.`,
  })
}
