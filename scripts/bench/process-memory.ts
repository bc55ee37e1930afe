import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const mebibyte = 2 ** 20
const run = promisify(execFile)

/**
 * The largest resident memory of a process so far, in MB. Where the system keeps no such record, as outside Linux, it is
 * the memory at this moment.
 */
export async function residentPeakMb(pid: number): Promise<number> {
  const kilobytes = process.platform === 'linux' ? await recordedPeak(pid) : await presentSize(pid)
  return (kilobytes * 1024) / mebibyte
}

async function recordedPeak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1])
}

async function presentSize(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout)
}
