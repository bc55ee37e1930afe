import type { Issue } from '../shared/upload/issue.js'
import type { Cell } from '../shared/workbook/cell.js'
import type { FormCells, FormColumn, SheetForm } from '../shared/workbook/sheet-form.js'
import { mayBeNumber } from './number-text.js'
import type { RowCodeName } from './row-codes.js'
import { rowIssue } from './row-issue.js'

/** Reads the cells of one row of a form one by one, and gathers what is wrong with them: one issue a column. */
export class CellReader<Key extends string> {
  private readonly gathered = new Map<string, Issue>()

  constructor(
    private readonly form: SheetForm<Key>,
    private readonly cells: FormCells<Key>,
  ) {}

  get issues(): Issue[] {
    return [...this.gathered.values()]
  }

  has(key: Key): boolean {
    return Boolean(this.text(key))
  }

  text(key: Key): string | undefined {
    return this.cells[key]?.text.trim() || undefined
  }

  say(found: Issue): void {
    const column = `${found.column}`
    if (!this.gathered.has(column)) this.gathered.set(column, found)
  }

  /** The text of a cell that must be there; an empty text, and an issue, where it is not. */
  required(key: Key): string {
    const text = this.text(key)
    if (!text) this.report('ROW_MISSING_REQUIRED', key)
    else this.checkLength(key, text)
    return text ?? ''
  }

  /** The text of a cell that may be blank; an issue where it is too long. */
  optional(key: Key): string | undefined {
    const text = this.text(key)
    if (text) this.checkLength(key, text)
    return text
  }

  /** The number of a license or of a diplomate as it was typed, which may be blank; an issue where it can be none. */
  number(key: Key): string | undefined {
    const text = this.text(key)
    if (text && !mayBeNumber(text))
      this.report('ROW_BAD_VALUE', key, {
        value: shorten(text),
        expected: 'a number of letters and digits, or nothing',
      })
    return this.optional(key)
  }

  /** What a cell means; undefined where it is blank or means nothing, with an issue where that is wrong. */
  value<T>(key: Key, expected: string, parse: (cell: Cell) => T | undefined, must = false): T | undefined {
    const text = this.text(key)
    const cell = this.cells[key]
    if (!text || !cell) {
      if (must) this.report('ROW_MISSING_REQUIRED', key)
      return undefined
    }
    const value = parse({ ...cell, text })
    if (value === undefined) this.report('ROW_BAD_VALUE', key, { value: shorten(text), expected })
    return value
  }

  private checkLength(key: Key, text: string): void {
    const { maxLength = 0 } = this.column(key) ?? {}
    if (text.length > maxLength)
      this.report('ROW_BAD_VALUE', key, { value: shorten(text), expected: `a text of at most ${maxLength} characters` })
  }

  private report(code: RowCodeName, key: Key, words?: Record<string, string>): void {
    this.say(rowIssue(code, this.column(key)?.header, words))
  }

  private column(key: Key): FormColumn<Key> | undefined {
    return this.form.columns.find((column) => column.key === key)
  }
}

/** A text as a sentence may quote it. */
export const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
