import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** From this secrets for single purposes are made; it is never used or shown itself. */
export interface RootSecret {
  derive(purpose: string): Buffer
}

/** The secret of this name in a folder that only its owner may read; of several processes that miss it one makes it. */
export async function ensureSecret(dir: string, name: string): Promise<RootSecret> {
  const path = join(dir, `${name}.secret`)
  const root = (await read(path)) ?? (await make(dir, path))
  return { derive: (purpose) => createHmac('sha256', root).update(purpose).digest() }
}

async function make(dir: string, path: string): Promise<Buffer> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}.draft`
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  const made = await read(path)
  if (!made) throw new Error(`${path} cannot be read.`)
  return made
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(path, 'utf8')).trim(), 'hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
