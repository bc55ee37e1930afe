import { pathToFileURL } from 'node:url'
import { observeConfig } from '../../subgraphs/shared/observe/observe-config.js'
import { startObserving } from '../../subgraphs/shared/observe/start-observing.js'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'

/** A part that runs. */
export interface RunningPart {
  stop(): Promise<void>
}

/** What a part's main module offers. */
export interface PartModule<Config = unknown> {
  fromEnvironment(environment: NodeJS.ProcessEnv): Config
  start(config: Config): Promise<RunningPart>
}

const PATIENCE_MS = 30_000
// The same wish may arrive twice, from a terminal and from npm; only a later one is impatience.
const ECHO_MS = 1_000

/**
 * Runs parts in this process until it is told to end: by a signal, by the word of the process that started it,
 * or by that process being gone. The parts finish what they have begun; a second wish ends them at once.
 */
export async function runParts(modules: readonly string[]): Promise<void> {
  const parts: RunningPart[] = []
  let stopObserving = async () => {}
  let askedAt: number | undefined
  const end = async (code: number) => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > ECHO_MS) process.exit(1)
      return
    }
    askedAt = performance.now()
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    const results = await Promise.allSettled(parts.map((part) => part.stop()))
    results.push(...(await Promise.allSettled([stopObserving()])))
    const failures = results.filter((result) => result.status === 'rejected')
    for (const { reason } of failures) console.error(reason)
    process.exit(failures.length > 0 ? 1 : code)
  }
  const fail = async (error: unknown) => {
    console.error(error instanceof SetupProblem ? error.message : error)
    await tellStarter({ failed: error instanceof Error ? error.message : String(error) })
    await end(1)
  }
  process.on('SIGTERM', () => void end(0))
  process.on('SIGINT', () => void end(0))
  process.on('disconnect', () => void end(0))
  process.on('message', (message) => message === 'stop' && void end(0))
  process.on('unhandledRejection', fail)
  process.on('uncaughtException', fail)
  try {
    stopObserving = await startObserving(observeConfig(process.env))
    await Promise.all(modules.map(async (module) => parts.push(await startPart(module))))
    await tellStarter('ready')
  } catch (error) {
    await fail(error)
  }
}

async function startPart(path: string): Promise<RunningPart> {
  const part: PartModule = await import(pathToFileURL(path).href)
  return part.start(part.fromEnvironment(process.env))
}

function tellStarter(message: 'ready' | { failed: string }): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(message, () => resolve())
    else resolve()
  })
}
