import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import { writeResultWorkbook } from '../../shared/workbook/result-workbook.js'
import { columns, learnerForm } from '../batch/columns.js'
import { cells } from '../record/testing.js'
import { inspectLearnerFile, readLearnerFile } from './learner-file.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-learners-'))
})
afterAll(() => rm(folder, { recursive: true }))

const provider = '0008273'
let count = 0
const stored = async (content: string | Buffer) => {
  count += 1
  const path = join(folder, `${count}.upload`)
  await writeFile(path, content)
  return path
}

const row = cells({ creditId: 'ccid:lms:1' })
const keys = Object.keys(row) as (keyof typeof row)[]
const headers = keys.map((key) => columns.find((column) => column.key === key)?.header)
const texts = keys.map((key) => row[key]?.text)
const report = {
  Member: { Name: { GivenName: 'Deirdre', FamilyName: 'Marchetti' }, PersonalInfo: { BirthDate: '1980-09-10' } },
  Activity: {
    Module: {
      ModuleName: { value: 'x', moduleID: '200000001' },
      Status: 'Completed',
      CompletedDateTime: '2026-06-20',
      CreditCertificate: [
        {
          UniqueID: [{ domain: 'Maine', value: '' }],
          CreditReceived: { activityCertification: 'AMA PRA Category 1', creditUnit: 'Point', numberOfCredits: 5 },
          CreditID: 'ccid:lms:1',
        },
      ],
    },
  },
  XtensibleInfo: { LearnerRecordAction: 'Add' },
}
const json = JSON.stringify({ ACCMELearnerReports: { ActivityReports: { ActivityReport: [report] } } })
const xml = `<ActivityReports><ActivityReport><Member><Name><GivenName>Deirdre</GivenName><FamilyName>Marchetti</FamilyName></Name><PersonalInfo><BirthDate>1980-09-10</BirthDate></PersonalInfo></Member><Activity><Module><ModuleName moduleID="200000001">x</ModuleName><Status>Completed</Status><CompletedDateTime>2026-06-20</CompletedDateTime><CreditCertificate><UniqueID domain="Maine"/><CreditReceived><activityCertification>AMA PRA Category 1</activityCertification><creditUnit>Point</creditUnit><numberOfCredits>5</numberOfCredits></CreditReceived><CreditID>ccid:lms:1</CreditID></CreditCertificate></Module></Activity><XtensibleInfo><LearnerRecordAction>Add</LearnerRecordAction></XtensibleInfo></ActivityReport></ActivityReports>`

async function workbook(): Promise<string> {
  count += 1
  const path = join(folder, `${count}.upload`)
  await writeResultWorkbook(createWriteStream(path), learnerForm, keys, [{ cells: row, result: [] }])
  return path
}

/** The texts of a tab file without a header, in the order of the template (B04). */
const inTemplateOrder = columns.map(({ key }) => row[key]?.text ?? '').join('\t')

test.each<[string, string, () => Promise<string>]>([
  ['XLSX', 'a workbook', workbook],
  ['CSV', 'commas', () => stored(`${headers.join(',')}\n${texts.join(',')}\n`)],
  [
    'CSV',
    'semicolons in Windows-1252',
    () => stored(Buffer.from(`${headers.join(';')}\r\n${texts.join(';')}`, 'latin1')),
  ],
  ['TAB', 'tabs with their header', () => stored(`${headers.join('\t')}\n${texts.join('\t')}\n`)],
  ['TAB', 'B04 tabs without a header', () => stored(`${inTemplateOrder}\r\n`)],
  ['JSON', 'JSON', () => stored(json)],
  ['XML', 'XML', () => stored(`<?xml version="1.0"?>\n${xml}`)],
])('%s: %s says the same of a learner as every other', async (format, _, make) => {
  const path = await make()
  const summary = await inspectLearnerFile(path, provider)
  expect([summary.layout.format, summary.rowCount]).toEqual([format, 1])
  const rows = []
  for await (const found of readLearnerFile(path, summary.layout, provider)) rows.push(found)
  const [only] = rows
  const said = Object.fromEntries(Object.entries(only?.cells ?? {}).map(([key, cell]) => [key, cell?.text]))
  expect({ ...said, completionDate: said.completionDate?.slice(0, 10) }).toEqual(
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell?.text])),
  )
  expect(only?.issues ?? []).toEqual([])
})

test.each<[string, string, string]>([
  ['nothing', '', 'FILE_FORMAT'],
  ['no report', '{"ACCMELearnerReports":{"ActivityReports":{"ActivityReport":[]}}}', 'FILE_EMPTY'],
  ['activities', '{"ACCMEActivities":{"MedicalEducationMetrics":[{}]}}', 'FILE_EMPTY'],
  ['another document', '<html/>', 'FILE_FORMAT'],
  ['B10 a document type', `<!DOCTYPE a [<!ENTITY x "y">]>${xml}`, 'FILE_FORMAT_UNSAFE'],
  ['a column that is missing', `First Name,Last Name,Date of Birth\nA,B,09/10\n`, 'COLUMN_MISSING'],
])('%s is refused', async (_, content, code) => {
  const refusal = await inspectLearnerFile(await stored(content), provider).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(FileRefusal)
  expect(refusal).toMatchObject({ code })
})
