import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { toCursor } from '../../shared/graphql/cursor.js'
import { describeFile, xlsxType } from '../../shared/http/file-routes.js'
import { delimitedLine } from '../../shared/table/delimited-line.js'
import type { OutputRow, OutputValue } from '../../shared/workbook/sheet-xml.js'
import { writeWorkbook } from '../../shared/workbook/write-workbook.js'
import { readFacts } from '../activity/activity-fact.js'
import { printQuarters } from '../record/issue.js'
import type { Completion } from './completion.js'
import type { Scope } from './completion.policy.js'
import { findRecords, recordKey } from './completion.query.js'
import { findSubmittedNames } from './submitted-name.query.js'

/** The most records that one file lists; narrower filters give the others. */
export const exportedRecords = 100_000
const pageSize = 1_000
const order = 'NEWEST_RECORDED'

const columns: readonly { header: string; width: number; style?: 'day' | 'amount' }[] = [
  { header: 'Record ID', width: 38 },
  { header: 'Last Name', width: 20 },
  { header: 'First Name', width: 20 },
  { header: 'Activity ID', width: 14 },
  { header: 'Activity', width: 40 },
  { header: 'Completion Date', width: 16, style: 'day' },
  { header: 'Credit', width: 24 },
  { header: 'Amount', width: 10, style: 'amount' },
  { header: 'Credit Types', width: 40 },
  { header: 'Status', width: 12 },
  { header: 'Reason', width: 40 },
  { header: 'Source', width: 14 },
  { header: 'Recorded At', width: 26 },
]

/** Which records of which provider a file lists. */
export interface Exported {
  providerId: string
  conditions: readonly Scope[]
}

/**
 * Streams the records of a provider that meet all conditions, one row for each part, the newest first. A page of records is
 * in memory at a time; of more than `exportedRecords` the last row says that there are more.
 */
export async function sendSubmissions(
  response: ServerResponse,
  em: EntityManager,
  exported: Exported,
  format: 'csv' | 'xlsx',
): Promise<void> {
  if (format === 'xlsx') {
    describeFile(response, xlsxType, 'records.xlsx')
    const shape = columns.map(({ width, style }) => ({ width, style }))
    await writeWorkbook(response, [{ name: 'Records', columns: shape, frozenRows: 1, rows: sheetRows(em, exported) }])
    return
  }
  describeFile(response, 'text/csv; charset=utf-8', 'records.csv')
  await pipeline(Readable.from(textLines(em, exported)), response)
}

async function* sheetRows(em: EntityManager, exported: Exported): AsyncGenerator<OutputRow> {
  yield { values: headers, style: 'header' }
  for await (const page of pagesOf(em, exported)) for (const values of page) yield { values }
}

async function* textLines(em: EntityManager, exported: Exported): AsyncGenerator<string> {
  yield `\uFEFF${delimitedLine(headers, ',')}`
  for await (const page of pagesOf(em, exported))
    yield page.map((values) => delimitedLine(values.map(textOf), ',')).join('')
}

const headers = columns.map(({ header }) => header)

const textOf = (value: OutputValue) => (typeof value === 'object' ? value.day : String(value ?? ''))

async function* pagesOf(em: EntityManager, { providerId, conditions }: Exported): AsyncGenerator<OutputValue[][]> {
  const scope = { where: 'c.provider_id = ?', params: [providerId] }
  let after: string | undefined
  for (let listed = 0; listed < exportedRecords; listed += pageSize) {
    const found = await findRecords(em, { scope, and: conditions, order, after, limit: pageSize + 1 })
    const page = found.slice(0, pageSize)
    const last = page.at(-1)
    if (last) yield await rowsOf(em, providerId, page)
    if (!last || found.length <= pageSize) return
    after = toCursor(recordKey(order)(last))
  }
  yield [[`Only the newest ${exportedRecords} records are listed. Narrow the filter for the others.`]]
}

async function rowsOf(em: EntityManager, providerId: string, page: readonly Completion[]): Promise<OutputValue[][]> {
  const names = await findSubmittedNames(
    em,
    providerId,
    page.map(({ completionId }) => completionId),
  )
  const byRecord = new Map(names.map((name) => [name.completionId, name]))
  const facts = await readFacts(em, [...new Set(page.map(({ activity }) => activity.activityId))])
  return page.flatMap((record) => {
    const name = byRecord.get(record.completionId)
    const { activityId } = record.activity
    const place = [name?.familyName, name?.givenName, activityId, facts.get(activityId)?.title]
    const before = [record.completionId, ...place, { day: record.completedOn }]
    return partRows(record).map((part) => [...before, ...part, record.source, record.recordedAt.toISOString()])
  })
}

const partRows = ({ cme, moc }: Completion): OutputValue[][] => [
  ...(cme ? [['AMA PRA Category 1', cme.credits / 4, undefined, cme.status, undefined]] : []),
  ...moc.map(({ boardCode, points, lines, status, reason }) => [
    boardCode,
    points / 4,
    lines.map((line) => `${line.label} ${printQuarters(line.points)}`).join('; '),
    status,
    reason ?? undefined,
  ]),
]
