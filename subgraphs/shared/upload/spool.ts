import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { badRequest, payloadTooLarge, storageLow } from '../errors.js'
import { type UploadLimits, uploadLimits } from './limits.js'

/** Bytes that have arrived and belong to no batch yet. */
export interface Draft {
  path: string
  sha256: string
  byteSize: number
}

const draftEnd = '.part'

/** Where uploaded bytes wait until every row has its outcome. They are removed then: files may say more than rows keep. */
export class Spool {
  constructor(
    private readonly dir: string,
    private readonly limits: Pick<UploadLimits, 'fileBytes' | 'reserveBytes'> = uploadLimits,
  ) {}

  pathOf(batchId: string): string {
    return join(this.dir, `${batchId}.upload`)
  }

  /**
   * Streams bytes to a file of their own, hashing on the way; they are safe on disk when this returns. Nothing stays of
   * an upload that is cut off, too large or does not fit.
   */
  async receive(batchId: string, bytes: Readable, announcedBytes: number | undefined): Promise<Draft> {
    const { fileBytes } = this.limits
    if (announcedBytes !== undefined && announcedBytes > fileBytes) throw tooLarge(fileBytes)
    await mkdir(this.dir, { recursive: true, mode: 0o700 })
    await this.refuseWhenFull(announcedBytes ?? fileBytes)
    const path = `${this.pathOf(batchId)}.${randomUUID()}${draftEnd}`
    try {
      const written = await writeAll(path, bytes, fileBytes)
      if (announcedBytes !== undefined && written.byteSize !== announcedBytes) throw cutOff()
      return { path, ...written }
    } catch (error) {
      await rm(path, { force: true })
      if (isErrno(error, 'ENOSPC')) throw storageLow(fullSentence, { cause: error })
      throw isErrno(error, 'ECONNRESET') || isErrno(error, 'ERR_STREAM_PREMATURE_CLOSE') ? cutOff(error) : error
    }
  }

  /** Makes a draft the file of its batch. */
  async keep(batchId: string, draft: Draft): Promise<void> {
    await rename(draft.path, this.pathOf(batchId))
    await syncFolder(this.dir)
  }

  /** Lets a second batch have the bytes of a first; each keeps them until they are removed for it. */
  async share(batchId: string, withBatchId: string): Promise<void> {
    await link(this.pathOf(batchId), this.pathOf(withBatchId))
    await syncFolder(this.dir)
  }

  /** Throws a draft away, unless it was kept. */
  async discard(draft: Draft): Promise<void> {
    await rm(draft.path, { force: true })
  }

  async remove(batchId: string): Promise<void> {
    await rm(this.pathOf(batchId), { force: true })
  }

  /** Removes drafts from before an instant: whoever received them was killed. */
  async removeDraftsBefore(instant: Date): Promise<void> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 })
    for (const name of await readdir(this.dir)) {
      const path = join(this.dir, name)
      if (name.endsWith(draftEnd) && (await changedAt(path)) < instant.getTime()) await rm(path, { force: true })
    }
  }

  private async refuseWhenFull(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.dir)
    if (bavail * bsize < bytes + this.limits.reserveBytes) throw storageLow(fullSentence)
  }
}

async function writeAll(path: string, bytes: Readable, most: number): Promise<Omit<Draft, 'path'>> {
  const hash = createHash('sha256')
  let byteSize = 0
  async function* measured(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      byteSize += chunk.length
      if (byteSize > most) throw tooLarge(most)
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(bytes, measured, createWriteStream(path, { mode: 0o600, flush: true }))
  return { sha256: hash.digest('hex'), byteSize }
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** When a file was last written to; another process may have removed it by now, which makes it young for ever. */
const changedAt = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    (error: unknown) => {
      if (isErrno(error, 'ENOENT')) return Number.POSITIVE_INFINITY
      throw error
    },
  )

const isErrno = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code
const fullSentence = 'The disk is nearly full, so no upload can be taken now. Please try again later.'
const tooLarge = (bytes: number) =>
  payloadTooLarge(`A file may have at most ${bytes / 1024 / 1024} MB.`, { hint: 'Split it into several files.' })
const cutOff = (cause?: unknown) =>
  badRequest('The upload was cut off before its end. Nothing was stored; please send it again.', { cause })
