/** Lets work be done by one after the other, in the order in which it came. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve()

  /** Does the work once all that came before has ended, however it ended. */
  do<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(work)
    this.last = Promise.allSettled([mine])
    return mine
  }
}
