import { setTimeout as sleep } from 'node:timers/promises'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { BACK_OFF, type BackOffLimits, nextDelay } from './back-off.js'

/** Something that runs until it ends or is stopped. */
export interface Running {
  /** Resolves to how it ended. */
  ended: Promise<string>
  stop(): Promise<void>
  /** Ends it at once. */
  kill(): void
}

/** What is kept running, and who hears of it. */
export interface Keeping<What extends Running> {
  name: string
  /** Named when it is given up. */
  logFile: string
  start: () => Promise<What>
  say: (sentence: string) => void
  /** Called once, when it ends again and again. */
  giveUp: (problem: SetupProblem) => void
  limits?: BackOffLimits
}

/** Something that is started again whenever it ends by itself. */
export interface Kept<What extends Running> {
  /** The first one, as it was started. */
  first: What
  stop(): Promise<void>
  kill(): void
}

/** Starts something and keeps it running; the first start has to succeed. */
export async function keepRunning<What extends Running>(keeping: Keeping<What>): Promise<Kept<What>> {
  const first = await keeping.start()
  const stopping = new AbortController()
  let current: What | undefined = first
  const loop = async () => {
    const endings: number[] = []
    for (let running: What | undefined = first; !stopping.signal.aborted; ) {
      const reason: string = running ? await running.ended : 'it did not start'
      current = undefined
      if (stopping.signal.aborted) return
      endings.push(Date.now())
      const delay = nextDelay(endings, Date.now(), keeping.limits ?? BACK_OFF)
      if (delay === null) return keeping.giveUp(givenUp(keeping))
      keeping.say(`${keeping.name} has ended (${reason}); starting it again.`)
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      running = await tryStart(keeping)
      current = running
    }
  }
  const done = loop()
  return {
    first,
    kill: () => {
      stopping.abort()
      current?.kill()
    },
    stop: async () => {
      stopping.abort()
      await current?.stop()
      await done
      await current?.stop()
    },
  }
}

async function tryStart<What extends Running>({ name, start, say }: Keeping<What>): Promise<What | undefined> {
  try {
    const running = await start()
    say(`${name} runs again.`)
    return running
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

function givenUp({ name, logFile }: { name: string; logFile: string }): SetupProblem {
  return new SetupProblem(`${name} ends again and again, so everything is stopped. Its last words are in ${logFile}.`)
}
