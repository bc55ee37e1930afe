const HEARTBEAT_MS = 5_000

/** Tells the person at the terminal what is going on; a long step says so, and what it reports, every few seconds. */
export class Progress {
  constructor(
    private readonly write: (line: string) => void,
    private readonly heartbeatMs = HEARTBEAT_MS,
  ) {}

  say(sentence: string): void {
    this.write(sentence)
  }

  /** Does one step of the start; `report` replaces what the next heartbeat says. */
  async step<Result>(title: string, work: (report: (state: string) => void) => Promise<Result>): Promise<Result> {
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    let state = 'still busy'
    this.write(`${title}…`)
    const heartbeat = setInterval(() => this.write(`  ${state}, ${seconds().toFixed(0)} s`), this.heartbeatMs)
    try {
      const result = await work((text) => {
        state = text
      })
      this.write(`  done in ${seconds().toFixed(1)} s`)
      return result
    } finally {
      clearInterval(heartbeat)
    }
  }
}
