import { copyFile, mkdir, open, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'

const LARGEST_BYTES = 32 * 1024 ** 2
const LOOK_EVERY_MS = 60_000

/** Where a process writes its log. */
export function logFile(logDir: string, name: string): string {
  return join(logDir, `${name}.log`)
}

/** Keeps logs from filling the disk, until the answer is called: a large one is set aside, and the file begins anew. */
export function limitLogs(files: readonly string[]): () => void {
  const look = () => Promise.all(files.map((file) => limit(file)))
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}

/** Opens a log for a child process to append to. */
export async function openLog(logDir: string, name: string) {
  await mkdir(logDir, { recursive: true, mode: 0o700 })
  return open(logFile(logDir, name), 'a', 0o600)
}

// The writers keep the file open, so it cannot be replaced; they append, so it can be emptied.
async function limit(file: string, largestBytes = LARGEST_BYTES): Promise<void> {
  const size = await stat(file).then(
    (s) => s.size,
    () => 0,
  )
  if (size <= largestBytes) return
  await copyFile(file, `${file}.previous`)
  await truncate(file)
}
