import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes down which process does a job; the answer takes the note away again. */
export async function recordPid(runDir: string, name: string, pid: number | undefined): Promise<() => Promise<void>> {
  const file = join(runDir, `${name}.pid`)
  await mkdir(runDir, { recursive: true, mode: 0o700 })
  await writeFile(file, `${pid}\n`)
  return () => rm(file, { force: true })
}
