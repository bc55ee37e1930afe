import { v7 } from 'uuid'
import { codeOf } from '../../shared/errors.js'
import type { Batch } from '../batch/batch.js'
import { DayOrder } from './day-order.js'
import { ForeignFiles } from './testing/foreign-files.js'
import type { UploadPreview } from './upload-preview.js'

let files: ForeignFiles
let learner = 0
/** A last name of somebody whom nobody has reported yet. */
const somebody = () => {
  learner += 1
  return `Ma${String.fromCharCode(97 + Math.floor(learner / 26), 97 + (learner % 26))}`
}

beforeAll(async () => {
  files = await ForeignFiles.open()
})
afterAll(() => files.close())
beforeEach(() => files.rows('delete from column_mapping'))

const headers = [
  'First',
  'Surname',
  'DOB',
  'Date Completed',
  'License State',
  'License #',
  'Event ID',
  'Credits',
  'Phone',
]
const row = (surname: string, changes: Partial<Record<string, string>> = {}) => ({
  First: 'Deirdre',
  Surname: surname,
  DOB: '09/10/1980',
  'Date Completed': '06/20/2026',
  'License State': 'ME',
  'License #': 'MD12345',
  'Event ID': '200000001',
  Credits: '1.25',
  Phone: '207-555-0101',
  ...changes,
})
const csv = (rows: Partial<Record<string, string>>[], names: readonly string[] = headers) =>
  `${[names, ...rows.map((each) => names.map((name) => each[name] ?? ''))].map((line) => line.join(',')).join('\n')}\n`
const aFile = (changes: Partial<Record<string, string>> = {}) =>
  csv([row(somebody(), changes), row(somebody(), changes)])
const takenFor = ({ columns }: UploadPreview) =>
  Object.fromEntries(columns.map(({ header, column, isRead }) => [header, isRead ? column?.key : undefined]))
const counts = ({ state, counts: { accepted, rejected } }: Batch) => [state, accepted, rejected]
const refusal = (doing: Promise<unknown>) => doing.then(() => 'taken', codeOf)

describe('a file of another system', () => {
  test('is shown before anything is read, with what each column is taken for and three of its values', async () => {
    const { ada } = files
    const preview = await ada.looksAt(await ada.sends(aFile()))
    expect(preview).toMatchObject({ format: 'CSV', isTemplate: false, headerRow: 1, missing: [], isComplete: true })
    expect(takenFor(preview)).toEqual({
      First: 'firstName',
      Surname: 'lastName',
      DOB: 'dateOfBirth',
      'Date Completed': 'completionDate',
      'License State': 'licensingState',
      'License #': 'licenseIdOrNpi',
      'Event ID': 'activityId',
      Credits: 'cmeCredits',
      Phone: undefined,
    })
    expect(preview.columns.at(-1)).toMatchObject({ samples: ['207-555-0101'], confidence: 0, isRead: false })
    expect(preview.everyRow).toMatchObject([{ column: { key: 'recordAction' }, text: 'Add' }])
    expect(await files.rows('select 1 from batch_row join batch using (batch_id) where review')).toEqual([])
  })

  test('is recorded as it is shown, and says which columns it left out (B02)', async () => {
    const { ada } = files
    const batch = await ada.reports(await ada.sends(aFile()))
    expect(counts(batch)).toEqual(['DONE', 2, 0])
    expect(batch.fileWarnings).toEqual(['row 1: Columns that were not read: Phone.'])
    const [kept] = await files.rows<{ cells: Record<string, { text: string }> }>(
      'select cells from batch_row where batch_id = ? order by row_number',
      batch.batchId,
    )
    expect(kept?.cells).toMatchObject({ recordAction: { text: 'Add' }, licenseIdOrNpi: { text: 'MD12345' } })
  })

  test('keeps no year of birth anywhere, and nothing of what is not read (L06)', async () => {
    const { ada } = files
    const batchId = await ada.sends(aFile({ DOB: '09/10/1957' }))
    expect((await ada.looksAt(batchId)).columns[2]?.samples).toEqual(['09/10/yyyy'])
    await ada.reports(batchId)
    const kept = await files.rows<{ text: string }>(
      `select concat(to_jsonb(batch)::text, (select jsonb_agg(batch_row) from batch_row where batch_id = ?),
         (select jsonb_agg(column_mapping) from column_mapping)) as text from batch where batch_id = ?`,
      batchId,
      batchId,
    )
    expect(kept[0]?.text).toContain('09/10')
    expect(kept[0]?.text).not.toMatch(/1957|555-0101/)
  })

  test('lacks what it lacks, plainly; one value for every row makes up for it', async () => {
    const { ada } = files
    const names = headers.filter((name) => name !== 'Event ID' && name !== 'License State')
    const batchId = await ada.sends(csv([row(somebody())], names))
    expect((await ada.looksAt(batchId)).missing.map(({ name }) => name)).toEqual([
      'ACCME Activity ID',
      'Licensing State',
    ])
    expect(await refusal(ada.reports(batchId))).toBe('BAD_USER_INPUT')
    const everyRow = [
      { column: 'activityId', text: '200000001' },
      { column: 'licensingState', text: 'Maine' },
    ]
    expect(counts(await ada.reports(batchId, { everyRow }))).toEqual(['DONE', 1, 0])
  })

  test('is read as somebody says, against what was recognized', async () => {
    const { ada } = files
    const names = ['A', 'B', ...headers.slice(2)]
    const who = somebody()
    const batchId = await ada.sends(csv([{ ...row(who), A: who, B: 'Deirdre' }], names))
    expect((await ada.looksAt(batchId)).missing.map(({ name }) => name)).toEqual(['First Name', 'Last Name'])
    const columns = [
      { position: 1, column: 'lastName' },
      { position: 2, column: 'firstName' },
    ]
    expect(await ada.looksAt(batchId, { columns })).toMatchObject({ isComplete: true })
    expect(counts(await ada.reports(batchId, { columns }))).toEqual(['DONE', 1, 0])
  })

  test.each<[string, object]>([
    ['a column that there is not', { columns: [{ position: 1, column: 'shoeSize' }] }],
    ['one of ours twice', { columns: [1, 2].map((position) => ({ position, column: 'lastName' })) }],
    ['too many columns', { columns: Array.from({ length: 300 }, (_, i) => ({ position: i + 1, column: null })) }],
    ['too long a text for every row', { everyRow: [{ column: 'activityId', text: '9'.repeat(101) }] }],
  ])('is not read as what is said of it is %s', async (_, says) => {
    const { ada } = files
    expect(await refusal(ada.looksAt(await ada.sends(aFile()), says))).toBe('BAD_USER_INPUT')
  })
})

describe('dates', () => {
  const dayFirst = { DOB: '25/12/1980', 'Date Completed': '20/06/2026' }
  const unclear = { DOB: '09/10', 'Date Completed': '05/06/2026' }

  test('whose order shows are read in it, and come back in it (L05, L07)', async () => {
    const { ada } = files
    const batchId = await ada.sends(aFile(dayFirst))
    expect(await ada.looksAt(batchId)).toMatchObject({ dayOrderFinding: 'DAY_FIRST', dayOrder: 'DAY_FIRST' })
    const batch = await ada.reports(batchId)
    expect(counts(batch)).toEqual(['DONE', 2, 0])
    const [kept] = await files.rows('select cells from batch_row where batch_id = ?', batchId)
    expect(kept).toMatchObject({ cells: { dateOfBirth: { text: '12/25' }, completionDate: { text: '06/20/2026' } } })
    const again = await ada.reports(await ada.sends(await files.result(batch)))
    expect(again).toMatchObject({ state: 'DONE', counts: { accepted: 0, duplicate: 2, rejected: 0 } })
  })

  test('whose order does not show have to be said, and are remembered', async () => {
    const { ada } = files
    const batchId = await ada.sends(aFile(unclear))
    expect(await ada.looksAt(batchId)).toMatchObject({ dayOrderFinding: 'UNCLEAR', dayOrder: null, isComplete: false })
    expect(await refusal(ada.reports(batchId))).toBe('BAD_USER_INPUT')
    expect(counts(await ada.reports(batchId, { dayOrder: DayOrder.DAY_FIRST }))).toEqual(['DONE', 2, 0])
    expect(await ada.looksAt(await ada.sends(aFile(unclear)))).toMatchObject({
      dayOrder: 'DAY_FIRST',
      isComplete: true,
    })
    expect(await ada.looksAt(await ada.sends(aFile({ 'Date Completed': '06/20/2026' })))).toMatchObject({
      dayOrder: 'MONTH_FIRST',
    })
  })
})

describe('a check without recording', () => {
  test('has outcomes and records nothing; the file is reported afterwards as it was tried', async () => {
    const { ada } = files
    const names = headers.filter((name) => name !== 'Event ID')
    const batchId = await ada.sends(csv([row(somebody()), row('Nobody')], names))
    const everyRow = [{ column: 'activityId', text: '200000001' }]
    const { batchId: trialId } = await ada.tries(batchId, { everyRow })
    expect(await ada.looksAt(batchId)).toMatchObject({ isComplete: true })
    expect(await refusal(ada.tries(batchId))).toBe('CONFLICT')
    const trial = await files.works(trialId)
    expect([trial.dryRun, ...counts(trial)]).toEqual([true, 'DONE', 1, 1])
    expect(
      await files.rows('select 1 from completion where batch_id = any(?::uuid[])', `{${trialId},${batchId}}`),
    ).toEqual([])
    expect(await ada.waitsFor(trial)).toBe(batchId)
    expect(counts(await ada.reports(batchId))).toEqual(['DONE', 1, 1])
    expect(await ada.waitsFor(trial)).toBeUndefined()
    expect(await refusal(ada.tries(batchId))).toBe('CONFLICT')
  })
})

describe('what was said is remembered', () => {
  test('for files with the same headers in any order, with who and when, and can be forgotten', async () => {
    const { ada } = files
    const named = headers.map((name) => (name === 'Surname' ? 'Clinician' : name))
    const rowOf = () => ({ ...row(''), Clinician: somebody() })
    const columns = [{ position: 2, column: 'lastName' }]
    await ada.reports(await ada.sends(csv([rowOf()], named)), { columns })
    const [remembered] = await ada.remembers()
    expect(remembered).toMatchObject({ saidBy: 'Ada Lovelace', saidAt: expect.any(Date), dayOrder: 'MONTH_FIRST' })

    const reversed = await ada.sends(csv([rowOf()], named.toReversed()))
    const preview = await ada.looksAt(reversed)
    expect([preview.remembered?.mappingId, preview.isComplete]).toEqual([remembered?.mappingId, true])
    expect(takenFor(preview).Clinician).toBe('lastName')
    const unasked = await files.works(await ada.sends(csv([rowOf()], named), false))
    expect(counts(unasked)).toEqual(['DONE', 1, 0])

    expect(await ada.forgets(remembered?.mappingId ?? '')).toBe(true)
    expect(await ada.remembers()).toEqual([])
    expect((await ada.looksAt(reversed)).missing.map(({ name }) => name)).toEqual(['Last Name'])
    const refused = await files.works(await ada.sends(csv([rowOf()], named), false))
    expect(refused).toMatchObject({ state: 'REFUSED', refusal: { code: 'COLUMN_MISSING' } })
  })

  test('with the action, and without what is of one file alone', async () => {
    const { ada } = files
    const names = headers.filter((name) => name !== 'Event ID')
    const everyRow = [{ column: 'activityId', text: '200000001' }]
    await ada.reports(await ada.sends(csv([row(somebody())], names)), { everyRow })
    const next = await ada.looksAt(await ada.sends(csv([row(somebody())], names)))
    expect(next.everyRow.map(({ column }) => column.key)).toEqual(['recordAction'])
    expect(next.missing.map(({ name }) => name)).toEqual(['ACCME Activity ID'])
  })

  test('for nobody else, who cannot forget it either', async () => {
    const { ada, bo } = files
    const adas = await ada.sends(aFile())
    await ada.reports(adas)
    const [mapping] = await ada.remembers()
    expect(await refusal(bo.forgets(mapping?.mappingId ?? ''))).toBe('NOT_FOUND')
    expect(await refusal(bo.forgets(v7()))).toBe('NOT_FOUND')
    expect((await bo.looksAt(await bo.sends(aFile()))).remembered).toBeNull()
    expect(await bo.remembers()).toEqual([])
    const waiting = await ada.sends(aFile())
    const answers = [bo.looksAt(waiting), bo.reports(waiting), bo.tries(waiting)].map(refusal)
    expect(await Promise.all(answers)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
  })
})

describe('the template’s own layout', () => {
  const template =
    'Record Action,ACCME Activity ID,Completion Date,First Name,Last Name,Date of Birth,Licensing State,Number of CME Credits\n'

  test('goes straight on, with or without a preview (B01)', async () => {
    const { ada } = files
    const line = () => `Add,200000001,06/20/2026,Deirdre,${somebody()},09/10,ME,2\n`
    const batchId = await ada.sends(template + line())
    expect(await ada.looksAt(batchId)).toMatchObject({ isTemplate: true, isComplete: true, columns: [] })
    expect(counts(await ada.reports(batchId))).toEqual(['DONE', 1, 0])
    expect(counts(await files.works(await ada.sends(template + line(), false)))).toEqual(['DONE', 1, 0])
    expect(await ada.remembers()).toEqual([])
  })

  test('is refused for what is wrong with it where every file is', async () => {
    const { ada } = files
    const batchId = await ada.sends(template)
    expect(await refusal(ada.looksAt(batchId))).toBe('BAD_USER_INPUT')
    expect(await ada.reports(batchId)).toMatchObject({ state: 'REFUSED', refusal: { code: 'FILE_EMPTY' } })
  })
})

describe('hostile files', () => {
  const data = (width: number) => Array.from({ length: width }, (_, i) => `v${i}`).join(',')
  test.each<[string, string, string]>([
    [
      '10,000 columns',
      `${Array.from({ length: 10_000 }, (_, i) => `First Name ${i}`).join(',')}\n${data(10_000)}\n`,
      'FILE_TOO_WIDE',
    ],
    ['a header of 40,000 characters', `First Name,${'x'.repeat(40_000)}\nA,B\n`, 'CELL_TOO_LONG'],
    [
      'a learner instead of a header (L06)',
      `Add,200000001,06/20/2026,Dee,9,09/10/1980\nAdd,200000001,06/20/2026,Dee,9,09/10/1980\n`,
      'HEADER_MISSING',
    ],
    ['one column', 'Name\nDee\n', 'HEADER_MISSING'],
  ])('%s', async (_, content, code) => {
    const { ada } = files
    const batchId = await ada.sends(content)
    expect(await refusal(ada.looksAt(batchId))).toBe('BAD_USER_INPUT')
    expect(await ada.reports(batchId)).toMatchObject({ state: 'REFUSED', refusal: { code }, mapping: null })
  })

  test('names that are empty, repeated, long, formulas or pictures are shown as they are and read by nobody', async () => {
    const { ada } = files
    const odd = ['', '', 'Surname', '=1+1', '🎉'.repeat(300), '🎓', '"a, b"']
    const who = somebody()
    const values = odd.map((_, i) => `x${i}`)
    const content = `${[...headers, ...odd].join(',')}\n${[...Object.values(row(who)), ...values].join(',')}\n`
    const batchId = await ada.sends(content)
    const { columns, isComplete } = await ada.looksAt(batchId)
    expect(isComplete).toBe(true)
    const rest = columns.slice(headers.length)
    expect(rest.map(({ header }) => header)).toEqual(['', '', 'Surname', '=1+1', '🎉'.repeat(200), '🎓', 'a, b'])
    expect(rest.map(({ isRead, samples }) => [isRead, ...samples])).toEqual(values.map((value) => [false, value]))
    const batch = await ada.reports(batchId)
    expect(counts(batch)).toEqual(['DONE', 1, 0])
    const again = await ada.sends(await files.result(batch))
    expect((await ada.looksAt(again)).remembered).not.toBeNull()
  })
})
