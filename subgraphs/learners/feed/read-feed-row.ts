import { hash } from 'node:crypto'
import { isNpi } from '../../reference/npi.js'
import { parseState } from '../../reference/states.js'
import { isDay } from '../../shared/graphql/scalars.js'
import type { Cell } from '../../shared/postgres/copy-text.js'
import { boardIdKey, learnerKeys, licenseKey } from '../matching/keys.js'
import { isBlankName, nameKey } from '../matching/normalise.js'
import {
  type FeedAction,
  type FeedColumn,
  type FeedError,
  type FeedKind,
  feedActions,
  feedColumns,
  feedLimits,
  statuses,
} from './feed-layout.js'
import type { FeedScope } from './feed-scope.js'

/** The columns of `feed_row` behind the feed and the line, in the order of a row that was read. */
export const stagedColumns =
  'action board_code state number number_key status effective_from effective_to npi given_name middle_name family_name suffix degree birth_month birth_day given_key middle_key family_key family_names license_state license_key reported_hash'.split(
    ' ',
  )

/** What a file is about, as far as a line of it depends on that. */
export interface FeedTerms {
  scope: FeedScope
  kind: FeedKind
}

type Problem = Omit<FeedError, 'line'>

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
// Control characters, and what stands where bytes were no UTF-8.
const unreadable = /[\p{Cc}\ufffd]/u

/** Reads one line: the cells to be staged, or everything that is wrong with it. */
export function readFeedRow(
  cells: Readonly<Record<FeedColumn, string>>,
  { scope, kind }: FeedTerms,
): { row: Cell[] } | { problems: Problem[] } {
  const problems: Problem[] = []
  const wrong = (column: FeedColumn, message: string) => void problems.push({ column, message })
  const isUnreadable = unreadable.test(feedColumns.map((column) => cells[column]).join(''))
  for (const column of feedColumns) {
    if (isUnreadable && unreadable.test(cells[column]))
      wrong(column, 'has a line break, another control character, or is no UTF-8')
    if (cells[column].length > maxLength(column)) wrong(column, `has more than ${maxLength(column)} characters`)
  }
  if (problems.length) return { problems }

  const action = readAction(cells.action, kind)
  if (!action) wrong('action', kind === 'FULL' ? 'stays empty in a full file' : 'is UPSERT, END or empty')
  const board = cells.board || (scope.boards.size === 1 ? scope.name : '')
  if (!scope.boards.has(board)) wrong('board', `is no board of this file, which is about ${scope.name}`)
  const keyOf = scope.kind === 'LICENSING' ? licenseKey : boardIdKey
  const key = keyOf(cells.number)
  if (!key) wrong('number', 'has neither letters nor digits')
  if (cells.effective_to && !isKnownDay(cells.effective_to))
    wrong('effective_to', 'is a day written YYYY-MM-DD, or empty')
  if (action === 'END') {
    if (problems.length) return { problems }
    return { row: endOf(cells, { board, state: scope.boards.get(board) ?? null, key }) }
  }

  readRecord(cells, scope, wrong)
  readPerson(cells, wrong)
  if (problems.length) return { problems }
  return { row: rowOf(cells, { action: 'UPSERT', board, key, scope }) }
}

/** Days that came up before: a file has millions of cells and a few thousand days. */
const days = new Set<string>()

function isKnownDay(text: string): boolean {
  if (days.has(text)) return true
  if (!isDay(text)) return false
  if (days.size < feedLimits.rememberedDays) days.add(text)
  return true
}

type Wrong = (column: FeedColumn, message: string) => void

function readRecord(cells: Readonly<Record<FeedColumn, string>>, { kind }: FeedScope, wrong: Wrong): void {
  const { known } = statuses[kind]
  if (!known.includes(cells.status)) wrong('status', `is one of ${known.join(', ')}`)
  if (kind === 'LICENSING') {
    if (!isKnownDay(cells.effective_from)) wrong('effective_from', 'is a day written YYYY-MM-DD')
    else if (cells.effective_to && cells.effective_to < cells.effective_from)
      wrong('effective_to', 'lies before effective_from')
    return
  }
  if (cells.effective_from || cells.effective_to) wrong('effective_from', 'is for licenses only')
  if (Boolean(cells.license_state) !== Boolean(cells.license_number))
    wrong('license_number', 'and license_state come together or not at all')
  if (cells.license_state && !parseState(cells.license_state)) wrong('license_state', 'is no state')
}

function readPerson(cells: Readonly<Record<FeedColumn, string>>, wrong: Wrong): void {
  for (const column of ['given_name', 'family_name'] as const)
    if (isBlankName(cells[column])) wrong(column, 'is missing')
  if (cells.npi && !isNpi(cells.npi)) wrong('npi', 'is ten digits with a valid check digit, or empty')
  if (cells.degree !== 'MD' && cells.degree !== 'DO') wrong('degree', 'is MD or DO')
  const [month, day] = [Number(cells.birth_month), Number(cells.birth_day)]
  const length = daysOfMonth[month - 1]
  if (!/^\d{1,2}$/.test(cells.birth_month) || length === undefined) wrong('birth_month', 'is 1 to 12')
  else if (!/^\d{1,2}$/.test(cells.birth_day) || day < 1 || day > length) wrong('birth_day', 'is no day of that month')
  const former = formerNames(cells)
  if (former.length > feedLimits.formerNames) wrong('former_names', `are at most ${feedLimits.formerNames}`)
  if (former.some((name) => !nameKey(name))) wrong('former_names', 'are names, with a semicolon between them')
}

function endOf(
  cells: Readonly<Record<FeedColumn, string>>,
  { board, state, key }: { board: string; state: string | null; key: string },
): Cell[] {
  const told: Readonly<Record<string, Cell>> = {
    action: 'END',
    board_code: board,
    state,
    number: cells.number,
    number_key: key,
    effective_to: cells.effective_to || null,
    degree: cells.degree || null,
  }
  return stagedColumns.map((column) => told[column] ?? null)
}

function rowOf(
  cells: Readonly<Record<FeedColumn, string>>,
  { action, board, key, scope }: { action: FeedAction; board: string; key: string; scope: FeedScope },
): Cell[] {
  const state = scope.boards.get(board) ?? null
  const [middleName, suffix] = [cells.middle_name || null, cells.suffix || null]
  const former = formerNames(cells)
  const [givenName, familyName] = [cells.given_name, cells.family_name]
  const keys = learnerKeys({ givenName, middleName, familyName, formerNames: former })
  const said = [cells.npi, givenName, middleName, familyName, suffix, cells.degree, cells.birth_month, cells.birth_day]
  return [
    action,
    board,
    state,
    cells.number,
    key,
    cells.status,
    cells.effective_from || null,
    cells.effective_to || null,
    cells.npi || null,
    givenName,
    middleName,
    familyName,
    suffix,
    cells.degree,
    Number(cells.birth_month),
    Number(cells.birth_day),
    keys.givenKey,
    keys.middleKey,
    keys.familyNames[0]?.familyKey ?? '',
    JSON.stringify(keys.familyNames),
    state ?? parseState(cells.license_state) ?? null,
    state ? key : licenseKey(cells.license_number) || null,
    hash('sha1', JSON.stringify([...said, former]), 'base64'),
  ]
}

const readAction = (text: string, kind: FeedKind): FeedAction | undefined => {
  if (!text) return 'UPSERT'
  return kind === 'DELTA' ? feedActions.find((action) => action === text) : undefined
}

const formerNames = ({ former_names: text }: Readonly<Record<FeedColumn, string>>) =>
  text ? text.split(';').map((name) => name.trim()) : []

function maxLength(column: FeedColumn): number {
  if (column === 'number' || column === 'license_number') return feedLimits.numberLength
  return column === 'former_names' ? feedLimits.textLength * feedLimits.formerNames : feedLimits.textLength
}
