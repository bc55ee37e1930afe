import { copyFile, mkdir, open, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'

const LARGEST_BYTES = 32 * 1024 ** 2
const LOOK_EVERY_MS = 60_000

/** Where a process writes its log. */
export function logFile(logDir: string, name: string): string {
  return join(logDir, `${name}.log`)
}

/** Opens a log for a child process to append to. */
export async function openLog(logDir: string, name: string) {
  await mkdir(logDir, { recursive: true, mode: 0o700 })
  return open(logFile(logDir, name), 'a', 0o600)
}

/** Keeps logs from filling the disk, until the answer is called: a large one is set aside, and the file begins anew. */
export function limitLogs(files: readonly string[]): () => Promise<void> {
  const look = async () => {
    for (const file of files) await limit(file)
  }
  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    return looking
  }
}

// The writers keep the file open, so it cannot be replaced; they append, so it can be emptied.
async function limit(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size <= LARGEST_BYTES) return
  // On a full disk there is no room for the previous words, and all the more reason to let them go.
  await copyFile(file, `${file}.previous`).catch(() => rm(`${file}.previous`, { force: true }))
  await truncate(file)
}
