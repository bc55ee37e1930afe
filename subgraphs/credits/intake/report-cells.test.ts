import { tableLimits } from '../../shared/table/limits.js'
import { type Issue, IssueSeverity } from '../../shared/upload/issue.js'
import { readJson } from '../../shared/wire/read-json.js'
import { readXml } from '../../shared/wire/read-xml.js'
import { jsonDocument } from '../../shared/wire/wire-document.js'
import type { WireRecord } from '../../shared/wire/wire-value.js'
import { reportRows } from './report-cells.js'
import { reportLayout } from './report-layout.js'

const limits = { ...tableLimits, recordValues: 500 }
const textsOf = (cells: object) =>
  Object.fromEntries(Object.entries(cells as Record<string, { text: string }>).map(([key, { text }]) => [key, text]))
const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code)

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

const certificate = (domain: string, value: string, kind: string, amount: number | string, creditId?: string) => ({
  UniqueID: [{ value, domain }],
  CreditReceived: { activityCertification: kind, creditUnit: 'Point', numberOfCredits: amount },
  ...(creditId ? { CreditID: creditId } : {}),
})
const cme = certificate('ME', 'MD12345', 'AMA PRA Category 1', 10, 'ccid:lms:1')
const reportOf = (certificates: object[], more: object = {}) => ({
  ReportingOrganization: 'Acme',
  Member: { Name: { GivenName: 'All', FamilyName: 'Learner' }, PersonalInfo: { BirthDate: '1970-09-10' } },
  Activity: {
    ProviderOrganization: '0008273',
    Module: {
      ModuleName: { value: 'Grand Rounds', moduleID: 202212345 },
      Status: 'Completed',
      CompletedDateTime: '2022-06-30T23:59:59-11:00',
      CreditCertificate: certificates,
    },
  },
  XtensibleInfo: { ProviderID: '0008273', LearnerRecordAction: 'add' },
  ...more,
})
const rowsOf = async (report: object, providerId = '0008273') => {
  const text = (await all(jsonDocument([report as WireRecord], reportLayout))).join('')
  const [found] = await all(readJson([text], reportLayout, limits))
  return reportRows(found?.record ?? {}, providerId)
}

const common = {
  recordAction: 'add',
  activityId: '202212345',
  completionDate: '2022-06-30',
  firstName: 'All',
  lastName: 'Learner',
  dateOfBirth: '09/10',
}

test('a CME credit is one row; the year of birth and the time of day are gone (L06, L10)', async () => {
  const [row, ...others] = await rowsOf(reportOf([cme]))
  expect(others).toEqual([])
  expect(row?.issues).toEqual([])
  expect(textsOf(row?.cells ?? {})).toEqual({
    ...common,
    licensingState: 'ME',
    licenseIdOrNpi: 'MD12345',
    cmeCredits: '10',
    creditId: 'ccid:lms:1',
  })
})

test('the lines of a board are one MOC part, whose total is the largest line and never their sum (L21)', async () => {
  const lines = [
    certificate('ABIM', '999999', 'Medical Knowledge', 5, 'ccid:lms:2'),
    certificate('ABIM', '999999', 'Patient Safety', '2.5', 'ccid:lms:3'),
  ]
  const [row] = await rowsOf(reportOf([cme, ...lines]))
  expect(textsOf(row?.cells ?? {})).toMatchObject({
    cmeCredits: '10',
    certifyingBoard: 'ABIM',
    certifyingBoardId: '999999',
    totalBoardCredits: '5',
    creditType: 'Medical Knowledge',
    creditTypeCredits: '5',
    additionalCreditType1: 'Patient Safety',
    additionalCredits1: '2.5',
    creditId: 'ccid:lms:1; ccid:lms:2; ccid:lms:3',
  })
  const [withTotal] = await rowsOf(reportOf([...lines, certificate('ABIM', '999999', 'ABIM Points', 7)]))
  expect(textsOf(withTotal?.cells ?? {})).toMatchObject({ totalBoardCredits: '7' })
})

test('each further board is a row of its own, without the CME credit', async () => {
  const rows = await rowsOf(
    reportOf([
      cme,
      certificate('ABIM', '1', 'Medical Knowledge', 5),
      certificate('ABS', '', 'Accredited CME', 3, 'ccid:lms:9'),
    ]),
  )
  expect(rows.map(({ cells }) => textsOf(cells)).map((row) => [row.certifyingBoard, row.cmeCredits])).toEqual([
    ['ABIM', '10'],
    ['ABS', undefined],
  ])
  expect(textsOf(rows[1]?.cells ?? {})).toEqual({
    ...common,
    certifyingBoard: 'ABS',
    totalBoardCredits: '3',
    creditType: 'Accredited CME',
    creditTypeCredits: '3',
    creditId: 'ccid:lms:9',
  })
})

test('an NPI goes before a license number; the state stays', async () => {
  const both = {
    ...cme,
    UniqueID: [
      { value: 'MD12345', domain: 'ME' },
      { value: '1234567893', domain: 'NPI' },
    ],
  }
  const [row] = await rowsOf(reportOf([both]))
  expect(textsOf(row?.cells ?? {})).toMatchObject({ licensingState: 'ME', licenseIdOrNpi: '1234567893' })
})

test('demographics for REMS (L31)', async () => {
  const participant = {
    LocalIdentifier: { domain: 'idd:acme:learner', value: '77' },
    StateOfPrimaryPractice: 'Maine',
    DEARegistration: 'Individual',
    Profession: 'Nurse',
    PracticeArea: 'Pain',
    SurgicalProcedures: false,
    TimeInPractice: '21+ years',
  }
  const [row] = await rowsOf(reportOf([cme], { Participants: { Participant: participant } }))
  expect(textsOf(row?.cells ?? {})).toMatchObject({
    localIdentifier: 'idd:acme:learner:77',
    practiceState: 'Maine',
    deaRegistration: 'Individual',
    profession: 'Nurse',
    practiceArea: 'Pain',
    surgicalProcedures: 'false',
    timeInPractice: '21+ years',
  })
})

const changed = (path: readonly string[], value: unknown) => {
  const report: Record<string, unknown> = structuredClone(reportOf([cme]))
  let place = report
  for (const name of path.slice(0, -1)) place = place[name] as Record<string, unknown>
  place[path.at(-1) ?? ''] = value
  return report
}
test.each<[string, object, string[]]>([
  ['L29 registered only', changed(['Activity', 'Module', 'Status'], 'Registered'), ['NOT_COMPLETED']],
  ['L29 no status', changed(['Activity', 'Module', 'Status'], null), ['NOT_COMPLETED']],
  ['L29 in another case', changed(['Activity', 'Module', 'Status'], 'completed'), []],
  [
    'L30 hours',
    reportOf([{ ...cme, CreditReceived: { ...cme.CreditReceived, creditUnit: 'Hour' } }]),
    ['CREDIT_UNIT_UNKNOWN'],
  ],
  [
    'L30 no unit',
    reportOf([{ ...cme, CreditReceived: { ...cme.CreditReceived, creditUnit: null } }]),
    ['CREDIT_UNIT_UNKNOWN'],
  ],
  ['W02 another provider', changed(['XtensibleInfo', 'ProviderID'], '0004121'), ['OTHER_PROVIDER']],
  ['W02 another organization', changed(['Activity', 'ProviderOrganization'], '0004121'), ['OTHER_PROVIDER']],
  ['credit of no kind', reportOf([certificate('ME', '1', 'Nursing', 1)]), ['CERTIFICATION_UNKNOWN']],
])('%s', async (_, report, expected) => {
  const [row] = await rowsOf(report)
  expect(codes(row?.issues ?? [])).toEqual(expected)
  expect(row?.issues.every(({ severity, fix }) => severity === IssueSeverity.ERROR && fix)).toBe(true)
})

test('two CME credits in one report are a mistake, not a sum', async () => {
  const [row] = await rowsOf(reportOf([cme, certificate('NH', '5', 'AMA PRA Category 1', 2)]))
  expect(textsOf(row?.cells ?? {}).cmeCredits).toBe('10 and 2')
})

const xml = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ActivityReports xmlns="http://ns.medbiq.org/activityreport/v2/" xmlns:m="http://ns.medbiq.org/member/v1/" xmlns:h="http://ns.medbiq.org/lom/extend/v1/"><DateTimeCreated>2025-03-26T08:00:00</DateTimeCreated>${inside}</ActivityReports>`
const report = `<ActivityReport><m:Member><m:Name><m:GivenName>All</m:GivenName><m:FamilyName>Learner</m:FamilyName></m:Name><m:PersonalInfo><m:BirthDate>--09-10</m:BirthDate></m:PersonalInfo></m:Member>
<Activity><ProviderOrganization>0008273</ProviderOrganization><Module><ModuleName moduleID="202212345">Grand Rounds</ModuleName><Status>Completed</Status><CompletedDateTime>2022-06-30T10:00:00</CompletedDateTime>
<CreditCertificate><UniqueID domain="ME">MD12345</UniqueID><CreditReceived><h:activityCertification>AMA PRA Category 1</h:activityCertification><h:creditUnit>Point</h:creditUnit><h:numberOfCredits>10</h:numberOfCredits></CreditReceived><CreditID>ccid:lms:1</CreditID></CreditCertificate>
<CreditCertificate><UniqueID domain="ABIM">999999</UniqueID><CreditReceived><h:activityCertification>Medical Knowledge</h:activityCertification><h:creditUnit>Point</h:creditUnit><h:numberOfCredits>5</h:numberOfCredits></CreditReceived></CreditCertificate>
</Module></Activity><XtensibleInfo><x:LearnerRecordAction xmlns:x="urn:accme">add</x:LearnerRecordAction></XtensibleInfo></ActivityReport>`

test.each([
  ['from its reports on', xml(report)],
  [
    'in the envelope of the JSON',
    xml(report)
      .replace('<ActivityReports', '<ACCMELearnerReports><ActivityReports')
      .replace('</ActivityReports>', '</ActivityReports></ACCMELearnerReports>'),
  ],
])('XML says the same, %s', async (_, text) => {
  const found = await all(readXml([text], reportLayout, limits))
  const [row] = found.flatMap(({ record }) => reportRows(record, '0008273'))
  expect(row?.issues).toEqual([])
  expect(textsOf(row?.cells ?? {})).toEqual({
    ...common,
    licensingState: 'ME',
    licenseIdOrNpi: 'MD12345',
    cmeCredits: '10',
    certifyingBoard: 'ABIM',
    certifyingBoardId: '999999',
    totalBoardCredits: '5',
    creditType: 'Medical Knowledge',
    creditTypeCredits: '5',
    creditId: 'ccid:lms:1',
  })
})
