import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { badRequest, payloadTooLarge, storageLow } from '../../shared/errors.js'

/** Limits of one upload (rule B08). */
export const maxUploadBytes = 256 * 1024 * 1024
/** Free space that always stays, so that the database never runs dry because of uploads. */
const reserveBytes = 1024 * 1024 * 1024

export interface StoredFile {
  sha256: string
  byteSize: number
}

/** Where uploaded bytes wait until every row has its outcome. They are removed then: rows keep no year of birth, files might (L06). */
export class Spool {
  constructor(private readonly dir: string) {}

  pathOf(batchId: string): string {
    return join(this.dir, `${batchId}.xlsx`)
  }

  /**
   * Streams bytes to disk, hashing on the way; they are safe on disk when this returns. Nothing stays of an upload that is
   * cut off, too large or does not fit.
   */
  async receive(batchId: string, bytes: Readable, announcedBytes: number | undefined): Promise<StoredFile> {
    if (announcedBytes !== undefined && announcedBytes > maxUploadBytes) throw tooLarge()
    await mkdir(this.dir, { recursive: true, mode: 0o700 })
    await this.refuseWhenFull(announcedBytes ?? maxUploadBytes)
    const draft = `${this.pathOf(batchId)}.part`
    try {
      const stored = await writeAll(draft, bytes)
      if (announcedBytes !== undefined && stored.byteSize !== announcedBytes) throw cutOff()
      await rename(draft, this.pathOf(batchId))
      await syncFolder(this.dir)
      return stored
    } catch (error) {
      await rm(draft, { force: true })
      if (isErrno(error, 'ENOSPC')) throw storageLow(fullSentence, { cause: error })
      throw isErrno(error, 'ECONNRESET') || isErrno(error, 'ERR_STREAM_PREMATURE_CLOSE') ? cutOff(error) : error
    }
  }

  async remove(batchId: string): Promise<void> {
    await rm(this.pathOf(batchId), { force: true })
  }

  private async refuseWhenFull(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.dir)
    if (bavail * bsize < bytes + reserveBytes) throw storageLow(fullSentence)
  }
}

async function writeAll(path: string, bytes: Readable): Promise<StoredFile> {
  const hash = createHash('sha256')
  let byteSize = 0
  async function* measured(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      byteSize += chunk.length
      if (byteSize > maxUploadBytes) throw tooLarge()
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

const isErrno = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code
const fullSentence = 'The disk is nearly full, so no upload can be taken now. Please try again later.'
const tooLarge = () =>
  payloadTooLarge(`A file may have at most ${maxUploadBytes / 1024 / 1024} MB.`, {
    hint: 'Split it into several files.',
  })
const cutOff = (cause?: unknown) =>
  badRequest('The upload was cut off before its end. Nothing was stored; please send it again.', { cause })
