import type { EntityManager } from '@mikro-orm/postgresql'
import { boardByCode } from '../board/board.js'
import { atInstant } from '../learner/same-learner.js'
import type { Scope } from './completion.policy.js'
import type { BoardPoints, CreditSummary, MonthOfCredit, SummaryKey } from './credit-summary.js'
import { preparedUnlessKnownAt, withCredit } from './known-credit.js'

interface MonthRow {
  index: number
  month: string
  kind: 'CME' | 'MOC'
  boardCode: string
  status: 'ACCEPTED' | 'PENDING'
  quarters: number
  records: number
}

/** The summaries of many learners and periods, in one statement for all that ask for the same instant. */
export async function summarize(
  em: EntityManager,
  scope: Scope,
  keys: readonly SummaryKey[],
): Promise<CreditSummary[]> {
  const indexed = keys.map((key, index) => ({ ...key, index }))
  const byKey = new Map<number, MonthRow[]>()
  for (const asked of Map.groupBy(indexed, ({ knownAt }) => knownAt?.getTime()).values()) {
    const rows = await monthsOf(em, scope, asked)
    for (const [index, months] of Map.groupBy(rows, (row) => row.index)) byKey.set(index, months)
  }
  return keys.map((key, index) => summaryOf(key, byKey.get(index) ?? []))
}

function monthsOf(
  em: EntityManager,
  scope: Scope,
  keys: readonly (SummaryKey & { index: number })[],
): Promise<MonthRow[]> {
  const given = keys.map(({ index, learnerId, from, to }) => ({ index, learnerId, from, to }))
  const knownAt = keys[0]?.knownAt
  const { where, params } = knownAt ? atInstant(scope) : scope
  return preparedUnlessKnownAt<MonthRow>(
    em,
    knownAt,
    `${withCredit(knownAt)} given as (
       select * from jsonb_to_recordset(?::jsonb) as given (index int, "learnerId" uuid, "from" date, "to" date)
     )
     select given.index, to_char(c.completed_on, 'YYYY-MM-01') as month, c.kind, c.board_code as "boardCode", c.status,
       sum(c.quarters)::int as quarters, count(*)::int as records
     from given
     join live_credit c on c.learner_id = any(same_learner(given."learnerId")) and c.completed_on between given."from" and given."to"
     where c.status in ('ACCEPTED', 'PENDING') and (${where})
     group by 1, 2, 3, 4, 5`,
    [JSON.stringify(given), ...params],
  )
}

function summaryOf({ from, to }: SummaryKey, rows: readonly MonthRow[]): CreditSummary {
  const cme = rows.filter(({ kind, status }) => kind === 'CME' && status === 'ACCEPTED')
  return {
    credits: sum(cme, ({ quarters }) => quarters),
    completions: sum(cme, ({ records }) => records),
    pointsByBoard: pointsByBoard(rows.filter(({ kind }) => kind === 'MOC')),
    byMonth: everyMonth(
      from,
      to,
      cme.map(({ month, quarters, records }) => ({ month, credits: quarters, completions: records })),
    ),
  }
}

function pointsByBoard(rows: readonly MonthRow[]): BoardPoints[] {
  const codes = [...new Set(rows.map(({ boardCode }) => boardCode))].sort()
  return codes.flatMap((code) => {
    const board = boardByCode(code)
    const of = (status: MonthRow['status']) =>
      sum(
        rows.filter((row) => row.boardCode === code && row.status === status),
        ({ quarters }) => quarters,
      )
    return board ? [{ board, points: of('ACCEPTED'), pending: of('PENDING') }] : []
  })
}

/** Every month of a period, those without credit with 0. */
export function everyMonth(from: string, to: string, given: readonly MonthOfCredit[]): MonthOfCredit[] {
  const byMonth = new Map(given.map((month) => [month.month, month]))
  const months: MonthOfCredit[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = nextMonth(month)) {
    months.push(byMonth.get(month) ?? { month, credits: 0, completions: 0 })
  }
  return months
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}

const sum = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((total, item) => total + of(item), 0)
