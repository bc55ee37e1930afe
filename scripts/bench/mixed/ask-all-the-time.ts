export interface AllTheTime {
  seconds: number
  /** Requests in work at once. */
  connections: number
  signal: AbortSignal
  /** Asks the request of a number; what is wrong with its answer, undefined where nothing is. */
  ask: (number: number) => Promise<string | undefined>
}

/** What came of asking all the time. */
export interface Answered {
  seconds: number
  millis: number[]
  errors: number
  /** The first different ones. */
  problems: string[]
}

/** Asks one request after the other on so many connections at once, for so many seconds. */
export async function askAllTheTime({ seconds, connections, signal, ask }: AllTheTime): Promise<Answered> {
  const millis: number[] = []
  const problems = new Set<string>()
  let errors = 0
  let sent = 0
  const started = performance.now()
  const one = async () => {
    while (performance.now() - started < seconds * 1_000) {
      signal.throwIfAborted()
      const at = performance.now()
      sent += 1
      const problem = await ask(sent).catch(String)
      millis.push(performance.now() - at)
      if (problem === undefined) continue
      errors += 1
      if (problems.size < 5) problems.add(problem)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { seconds: (performance.now() - started) / 1_000, millis, errors, problems: [...problems] }
}
