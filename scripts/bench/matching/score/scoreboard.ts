import type { TestRow } from '../data/test-data.js'
import { hasIdentifier } from '../rows/cells.js'
import { Crosstab } from './crosstab.js'
import { groupsOf } from './groups.js'
import { type Answer, judge } from './judge.js'

/** Whose answers are counted: the engine at both points, the engine after one question, and the rule to beat. */
export const contestants = ['default', 'bold', 'asked', 'naive'] as const

export type ContestantName = (typeof contestants)[number]

/** What has been answered so far, held against the truth. */
export class Scoreboard {
  readonly tables: Record<ContestantName, Crosstab> = {
    default: new Crosstab(),
    bold: new Crosstab(),
    asked: new Crosstab(),
    naive: new Crosstab(),
  }
  rows = 0
  ambiguous = 0

  /** Whether the truth about any row is known. */
  get isLabelled(): boolean {
    return this.tables.default.named('all').length > 0
  }

  /** Counts one row with everybody’s answer; a row without a label only counts as a row. */
  add({ label, cells }: TestRow, answers: Record<ContestantName, Answer>, bearersOf: (id: string) => number): void {
    this.rows += 1
    if (answers.default.decision === 'AMBIGUOUS') this.ambiguous += 1
    if (!label) return
    const sent = hasIdentifier(cells) ? 'sent with identifier' : 'sent without identifier'
    const groups = [...groupsOf(label, cells, bearersOf), sent]
    for (const name of contestants) this.tables[name].add(groups, judge(label, answers[name]))
  }
}
