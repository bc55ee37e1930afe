import type { Cell } from '../../../shared/workbook/cell.js'
import { type CellKey, type ColumnKey, cellKey } from '../column/column.js'
import { splitList, splitPairs } from '../column/list-text.js'
import { type Reading, readDay, readFlag, readNumber, readWhole } from './cell-values.js'
import { type ChoiceName, choices, expectedOf, parseChoice } from './choices.js'
import type { IntakeCells } from './intake-row.js'
import { type RowIssue, rowIssue } from './row-issue.js'

/** Reads the cells of one row as values, and gathers what cannot be read. */
export class RowReader {
  readonly issues: RowIssue[] = []

  constructor(
    private readonly cells: IntakeCells,
    /** The columns of which the file speaks; of others nothing is said. */
    private readonly speaksOf: ReadonlySet<ColumnKey>,
  ) {}

  /** Undefined where the file does not speak of a column, so that nothing changes; else the value, null for blank. */
  said<Value>(key: ColumnKey, read: (key: CellKey) => Value | undefined): Value | null | undefined {
    if (!this.speaksOf.has(key)) return undefined
    return this.cells[key] ? read(key) : null
  }

  /** True where any of several columns is there. */
  speaksOfAny = (...keys: readonly ColumnKey[]): boolean => keys.some((key) => this.speaksOf.has(key))

  text = (key: CellKey): string | undefined => this.cells[key]?.text
  texts = (key: CellKey): string[] => splitList(this.text(key) ?? '')
  day = (key: CellKey) => this.value(key, readDay)
  number = (key: CellKey) => this.value(key, readNumber)
  whole = (key: CellKey) => this.value(key, readWhole)
  flag = (key: CellKey) => this.value(key, readFlag)

  choice<Code extends string>(
    key: CellKey,
    name: ChoiceName,
    codes: Readonly<Record<Code, unknown>>,
  ): Code | undefined {
    const text = this.text(key)
    return text === undefined ? undefined : this.code(key, name, text, codes)
  }

  choices<Code extends string>(key: CellKey, name: ChoiceName, codes: Readonly<Record<Code, unknown>>): Code[] {
    return this.texts(key).flatMap((text) => this.code(key, name, text, codes) ?? [])
  }

  /** The member of an enum that a cell names. */
  member<Member>(key: CellKey, name: ChoiceName, members: Readonly<Record<string, Member>>): Member | undefined {
    const code = this.choice(key, name, members)
    return code === undefined ? undefined : members[code]
  }

  members<Member>(key: CellKey, name: ChoiceName, members: Readonly<Record<string, Member>>): Member[] {
    return this.choices(key, name, members).flatMap((code) => members[code] ?? [])
  }

  /** The pairs of a cell; one without a right side is a bad value. */
  pairs(key: CellKey, expected: string): { left: string; right: string }[] {
    return splitPairs(this.text(key) ?? '').flatMap(({ left, right }) => {
      if (left && right !== undefined) return [{ left, right }]
      this.bad(key, left, expected)
      return []
    })
  }

  /** The code of a text in a list, with the name that the list has in the rules. */
  code<Code extends string>(
    key: CellKey,
    name: ChoiceName,
    text: string,
    codes: Readonly<Record<Code, unknown>>,
  ): Code | undefined {
    const code = parseChoice(name, text)
    if (code !== undefined && isKeyOf(codes, code)) return code
    this.bad(key, text, expectedOf(name), choices[name].rule)
    return undefined
  }

  /** The value of a part of a cell. */
  part<Value>(key: CellKey, text: string, read: (cell: Cell) => Reading<Value>): Value | undefined {
    const reading = read({ text, kind: 'text' })
    if ('value' in reading) return reading.value
    this.bad(key, text, reading.expected)
    return undefined
  }

  bad(key: CellKey, value: string, expected: string, rule: string | null = null): void {
    this.issues.push({ ...rowIssue('ROW_BAD_VALUE', key, { value, expected }), rule })
  }

  missing(key: CellKey): void {
    this.issues.push(rowIssue('ROW_MISSING_REQUIRED', key))
  }

  /** How often the columns of a group stand in the row. */
  repetitions(keys: readonly ColumnKey[]): number[] {
    const found = new Set<number>()
    for (const key of Object.keys(this.cells)) {
      const [name, repetition = '1'] = key.split('#')
      if (keys.some((candidate) => candidate === name)) found.add(Number(repetition))
    }
    return [...found].toSorted((a, b) => a - b)
  }

  /** A reader of the columns of one repetition. */
  at = (key: ColumnKey, repetition: number): CellKey => cellKey(key, repetition)

  private value<Value>(key: CellKey, read: (cell: Cell) => Reading<Value>): Value | undefined {
    const cell = this.cells[key]
    if (!cell) return undefined
    const reading = read(cell)
    if ('value' in reading) return reading.value
    this.bad(key, cell.text, reading.expected)
    return undefined
  }
}

const isKeyOf = <Code extends string>(codes: Readonly<Record<Code, unknown>>, code: string): code is Code =>
  Object.hasOwn(codes, code)
