import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { errorCode } from './error-code.js'

/** What tells one process from a later one that was given the same number. */
export interface ProcessFacts {
  program: string
  arguments: string
  /** The working folder, where the system shows it. */
  folder?: string
  startedAt: string
}

const GONE_OR_FOREIGN = ['ENOENT', 'ESRCH', 'EACCES', 'EPERM']

/** Describes a living process; undefined when there is none, when it is a zombie, or when it is not ours to look at. */
export function processFacts(pid: number): ProcessFacts | undefined {
  return process.platform === 'linux' ? factsFromProc(pid) : factsFromPs(pid)
}

function factsFromProc(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startedAt] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X' || startedAt === undefined) return undefined
    return {
      program: basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '')),
      arguments: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
      folder: readlinkSync(`/proc/${pid}/cwd`),
      startedAt,
    }
  } catch (cause) {
    if (GONE_OR_FOREIGN.includes(errorCode(cause) ?? '')) return undefined
    throw cause
  }
}

function factsFromPs(pid: number): ProcessFacts | undefined {
  const question = ['LC_ALL=C', 'ps', '-ww', '-o', 'state=,lstart=,command=', '-p', String(pid)]
  const ps = spawnSync('env', question, { encoding: 'utf8' })
  const found = /^(\S+)\s+(\w{3} \w{3} +\d+ [\d:]+ \d{4})\s+(\S+)(.*)$/m.exec(ps.stdout ?? '')
  if (!found) return undefined
  const [, state = '', startedAt = '', program = '', rest = ''] = found
  if (state.startsWith('Z')) return undefined
  return { program: basename(program), arguments: `${program}${rest}`, startedAt }
}
