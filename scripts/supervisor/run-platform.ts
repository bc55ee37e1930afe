import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import type { Platform } from './platform.js'
import type { Progress } from './progress.js'

// A terminal's wish to stop may arrive twice, directly and through npm; only a later one is impatience.
const ECHO_MS = 1_000

/** Runs a platform as this process's whole life: until a signal, or until something fails that it cannot mend. */
export async function runPlatform(
  progress: Progress,
  makePlatform: (giveUp: (problem: unknown) => void) => Platform,
): Promise<void> {
  let platform: Platform | undefined
  let stoppingSince: number | undefined

  const end = async (code: number, lastWord?: string) => {
    stoppingSince = performance.now()
    await platform?.stop()
    if (lastWord) progress.say(lastWord)
    process.exit(code)
  }
  const fail = (problem: unknown) => {
    if (stoppingSince !== undefined) return
    console.error(problem instanceof SetupProblem ? problem.message : problem)
    void end(1)
  }
  const asked = () => {
    if (stoppingSince === undefined) {
      progress.say('Stopping: the parts finish what they have begun…')
      void end(0, 'CreditGraph has stopped.')
    } else if (performance.now() - stoppingSince > ECHO_MS) {
      platform?.kill()
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  // Whoever reads our words may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

  try {
    platform = makePlatform(fail)
    progress.say(`CreditGraph ready on ${await platform.start()}`)
  } catch (error) {
    fail(error)
  }
}
