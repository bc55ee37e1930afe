import type { EntityManager } from '@mikro-orm/postgresql'
import { quotaExceeded } from '../errors.js'
import { uploadLimits } from './limits.js'
import type { Upload } from './upload.js'
import { every, type UploadKind, waitingFor } from './upload-kind.js'

/** Opens an address for a file of a sender. Throws QUOTA_EXCEEDED while too many of its addresses are open. */
export function announceUpload<B extends Upload>(
  kind: UploadKind<B>,
  senderId: string,
  em: EntityManager,
  create: (transaction: EntityManager) => B,
): Promise<B> {
  return em.transactional(async (transaction) => {
    await refuseTooMany(kind, senderId, transaction)
    return create(transaction)
  })
}

/** Announcements of one sender wait for each other, so that the count holds. */
async function refuseTooMany<B extends Upload>(kind: UploadKind<B>, senderId: string, em: EntityManager) {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('announce ' || ?, 0))`, [senderId])
  const open = await em.count(kind.entity, every<B>(kind.ofSender(senderId), waitingFor(kind)))
  if (open < uploadLimits.openAddresses) return
  throw quotaExceeded(`Your provider has announced ${open} files and not sent them.`, {
    hint: `Send or cancel one of them first; after ${uploadLimits.openHours} hours they are closed.`,
  })
}

const maxFileNameLength = 200

/** What a file name may be, for descriptions. */
export const fileNameDescription = `The name of the file, at most ${maxFileNameLength} characters.`

/** The last part of a file name as it was given, without controls; never empty. */
export function cleanFileName(name: string, otherwise: string): string {
  const visible = [...name].filter((character) => character >= ' ').join('')
  return visible.split(/[\\/]/).at(-1)?.slice(0, maxFileNameLength) || otherwise
}
