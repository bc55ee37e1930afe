import { type Result, results } from './judge.js'

/** How often each result came out. */
export type Counts = Record<Result, number>

/** Counts results by group; a row may belong to several groups. */
export class Crosstab {
  private readonly groups = new Map<string, Counts>()

  add(groups: readonly string[], result: Result): void {
    for (const group of groups) {
      const counts = this.groups.get(group) ?? noCounts()
      counts[result] += 1
      this.groups.set(group, counts)
    }
  }

  of(group: string): Counts {
    return this.groups.get(group) ?? noCounts()
  }

  /** The names of the groups that begin so, with that beginning taken off. */
  named(prefix: string): string[] {
    return [...this.groups.keys()]
      .filter((group) => group.startsWith(prefix))
      .map((group) => group.slice(prefix.length))
  }
}

/** All of them together. */
export const total = (counts: Counts) => results.reduce((sum, result) => sum + counts[result], 0)

const noCounts = () => Object.fromEntries(results.map((result) => [result, 0])) as Counts
