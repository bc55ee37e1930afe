/** Says whether something is being worked on, for those who wait until nothing is. */
export class AtWork {
  private count = 0

  get isBusy(): boolean {
    return this.count > 0
  }

  /** Counts as being worked on until the work has ended, however it ends. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.count += 1
    try {
      return await work()
    } finally {
      this.count -= 1
    }
  }
}
