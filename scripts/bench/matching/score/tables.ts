import { printColumns, printNumber } from '../../report.js'
import { bands } from './bands.js'
import { type Crosstab, total } from './crosstab.js'
import { prefixes } from './groups.js'
import { type Rates, ratesOf, recallOf } from './rates.js'
import type { Scoreboard } from './scoreboard.js'

/** Everything that is counted, as tables of plain text. */
export function printTables({ tables }: Scoreboard): string {
  return [
    'Operating points side by side',
    sideBySide(ratesOf(tables.default), ratesOf(tables.bold), ratesOf(tables.naive)),
    'What became of all rows (default point)',
    confusion(tables.default, ''),
    'What became of each kind of error, rows of people on file (default point)',
    confusion(tables.default, prefixes.error),
    'What became of each kind of person (default point)',
    confusion(tables.default, prefixes.scenario),
    'Recall by how many bear the surname',
    byBand(tables.default, tables.asked),
  ].join('\n\n')
}

function sideBySide(atDefault: Rates, bold: Rates, naive: Rates): string {
  const names = Object.keys(atDefault) as (keyof Rates)[]
  const lines = names.map((name) => [name, digits(atDefault[name]), digits(bold[name]), digits(naive[name])])
  return printColumns([['', 'default', 'bold', 'naive rule'], ...lines])
}

function confusion(table: Crosstab, prefix: string): string {
  const isOfMany = (name: string) => Object.values(prefixes).some((each) => name.startsWith(each))
  const lines = table
    .named(prefix)
    .filter((name) => prefix !== '' || !isOfMany(name))
    .map((name) => ({ name, counts: table.of(`${prefix}${name}`) }))
    .toSorted((one, other) => total(other.counts) - total(one.counts))
    .map(({ name, counts }) => [
      name,
      printNumber(total(counts)),
      digits(recallOf(counts)),
      printNumber(counts.right),
      printNumber(counts.wrongPerson),
      printNumber(counts.listed),
      printNumber(counts.notListed),
      printNumber(counts.nearAndNamed),
      printNumber(counts.nearFirst),
      printNumber(counts.nearOther),
      printNumber(counts.notFound),
    ])
  const header = [
    '',
    'rows',
    'recall',
    'right',
    'wrong',
    'listed',
    'not listed',
    'named',
    'other field',
    'other person',
    'none',
  ]
  return printColumns([header, ...lines])
}

function byBand(before: Crosstab, after: Crosstab): string {
  const lines = bands.map(({ name }) => {
    const group = `${prefixes.band}${name}`
    const counts = before.of(group)
    return [name, printNumber(total(counts)), digits(recallOf(counts)), digits(recallOf(after.of(group)))]
  })
  return printColumns([['bearers', 'rows', 'recall', 'after one question'], ...lines])
}

const digits = (value: number) => value.toFixed(value >= 10 ? 1 : 4)
