import { spawn } from 'node:child_process'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { logFile, openLog } from './log-file.js'

/** Runs a program of ours to its end, in a process of its own so that its memory goes with it. */
export async function runProgram(
  name: string,
  args: readonly string[],
  { logDir, signal }: { logDir: string; signal: AbortSignal },
): Promise<void> {
  const log = await openLog(logDir, name)
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    signal,
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new SetupProblem(`The ${name} has failed; its last words are in ${logFile(logDir, name)}.`)
}
