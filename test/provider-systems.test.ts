import { setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { aRow, csvOf } from '../subgraphs/providers/intake/testing/sample-rows.js'
import type { Person } from './setup/person.js'
import { type Platform, startInOneProcess } from './setup/platform.js'
import { type RelayProgram, relayProgram } from './setup/relay-program.js'

let platform: Platform
let ada: Person
let bo: Person
beforeAll(async () => {
  platform = await startInOneProcess()
  ada = await platform.as('ada')
  bo = await platform.as('bo')
}, 240_000)
afterAll(() => platform?.stop())

interface Ticket {
  createActivityUpload: { batch: { batchId: string }; address: string }
}
interface News {
  activityBatch: {
    state: string
    counts: { accepted: number; rejected: number; duplicate: number }
    resultAddress: string
  }
}

async function announces(who: Person, input: object = {}) {
  const { createActivityUpload } = await who.asks<Ticket>(
    'mutation ($input: ActivityUploadInput!) { createActivityUpload(input: $input) { batch { batchId } address } }',
    { input: { fileName: 'activities.csv', ...input } },
  )
  return { batchId: createActivityUpload.batch.batchId, address: createActivityUpload.address }
}

async function isDone(who: Person, batchId: string): Promise<News['activityBatch']> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { activityBatch } = await who.asks<News>(
      'query ($id: ID!) { activityBatch(batchId: $id) { state counts { accepted rejected duplicate } resultAddress } }',
      { id: batchId },
    )
    if (['DONE', 'REFUSED', 'CANCELLED'].includes(activityBatch.state)) return activityBatch
    await sleep(100)
  }
  throw new Error('The file did not come to rest.')
}

test('Ada sends a file of activities, corrects what was wrong in its result, and sends that back', async () => {
  const { batchId, address } = await announces(ada)
  expect(address).toMatch(/^\/uploads\/activities-/)
  const body = csvOf(aRow('STORY-1'), aRow('STORY-2', { Country: 'US' }))
  expect(await (await ada.fetches(address, { method: 'PUT', body })).json()).toMatchObject({ batchId, state: 'STORED' })
  const news = await isDone(ada, batchId)
  expect(news).toMatchObject({ state: 'DONE', counts: { accepted: 1, rejected: 1, duplicate: 0 } })

  const result = (await ada.downloads(news.resultAddress)).toString()
  const corrected = result.replace(',US,', ',USA,')
  expect(corrected).not.toBe(result)
  const again = await announces(ada)
  await ada.fetches(again.address, { method: 'PUT', body: corrected })
  expect((await isDone(ada, again.batchId)).counts).toEqual({ accepted: 1, rejected: 0, duplicate: 1 })
})

test('nobody but its provider finds it', async () => {
  const { batchId, address } = await announces(ada)
  expect((await bo.fetches(address, { method: 'PUT', body: 'Title\nx' })).status).toBe(404)
  expect((await platform.nobody.fetches(address, { method: 'PUT', body: 'Title\nx' })).status).toBe(401)
  expect((await ada.fetches(`/uploads/${batchId}`, { method: 'PUT', body: 'Title\nx' })).status).toBe(404)
  expect((await bo.fetches(`${address}/result`)).status).toBe(404)
  expect((await ada.fetches(`${address}/result`)).status).toBe(403)
})

test.each([
  ['activities-cme', 36],
  ['activities-cme-moc', 57],
  ['activities-learner-counts', 5],
])('anybody downloads the template %s, which a spreadsheet program opens', async (name, columns) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await platform.nobody.downloads(`/templates/${name}.xlsx`)).buffer)
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'ValidValues'])
  expect(workbook.worksheets[0]?.getRow(2).cellCount).toBe(columns)
  expect((await platform.nobody.fetches('/templates/activities-nothing.xlsx')).status).toBe(404)
})

describe('web services', () => {
  const type = { JSON: 'application/json', XML: 'application/xml; charset=utf-8' }
  const calls = async (who: Person, operation: string, document: object | string) => {
    const format = typeof document === 'string' ? 'XML' : 'JSON'
    const response = await who.fetches(`/services/${operation}`, {
      method: 'POST',
      headers: { 'content-type': type[format] },
      body: typeof document === 'string' ? document : JSON.stringify(document),
    })
    const text = await response.text()
    return { status: response.status, text, json: format === 'JSON' ? JSON.parse(text) : undefined }
  }

  const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  const completedOn = dayBefore(29)
  const certificate = (domain: string, value: string, kind: string, amount: number, creditId: string) => ({
    UniqueID: [{ domain, value }],
    CreditReceived: { activityCertification: kind, creditUnit: 'Point', numberOfCredits: amount },
    CreditID: creditId,
  })
  const member = { Name: { GivenName: 'Deirdre', FamilyName: 'Marchetti' }, PersonalInfo: { BirthDate: '1980-09-10' } }
  const reportOf = (change: object = {}, action = 'add') => ({
    Member: member,
    Activity: {
      ProviderOrganization: '0008273',
      Module: {
        ModuleName: { value: 'Heart Failure', moduleID: 200000001 },
        Status: 'Completed',
        CompletedDateTime: `${completedOn}T22:00:00`,
        CreditCertificate: [
          certificate('ME', 'MD23456', 'AMA PRA Category 1', 2, 'ccid:lms:1'),
          certificate('ABIM', '219876', 'Medical Knowledge', 2, 'ccid:lms:2'),
        ],
        ...change,
      },
    },
    XtensibleInfo: { ProviderID: '0008273', LearnerRecordAction: action },
  })
  const documentOf = (...reports: object[]) => ({
    ACCMELearnerReports: { ActivityReports: { DateTimeCreated: `${completedOn}T23:00:00`, ActivityReport: reports } },
  })
  const outcomes = (answer: { json: { SaveLearnerActivityResult: { Record: { Outcome: string }[] } } }) =>
    answer.json.SaveLearnerActivityResult.Record.map(({ Outcome }) => Outcome)

  test('an activity that is sent, asked for and sent back as it came is unchanged', async () => {
    const activity = {
      ReportDescription: { ReportingStartDate: `${dayBefore(40)}`, ReportingEndDate: `${dayBefore(40)}` },
      Lom: {
        general: {
          identifier: [{ catalog: 'Provider Activity ID', entry: 'LMS-7' }],
          title: 'Sepsis & Shock <update>',
          description: 'One\nTwo',
        },
      },
      healthcareMetadata: {
        healthcareEducation: {
          credits: { activityCertification: 'AMA PRA Category 1', numberOfCredits: 1.5 },
          activityLocation: { city: 'Bangor', stateOrProvince: 'ME', country: 'USA' },
          startDateTime: dayBefore(40),
          endDateTime: dayBefore(40),
          activitySponsorship: 'direct',
          activityFormat: 'Live Course',
          commercialSupport: false,
        },
      },
      XtensibleInfo: { ProviderID: '0008273', DeliveryMethods: ['In-Person'], ForPublicList: false },
    }
    const sent = await calls(ada, 'SaveActivity', { ACCMEActivities: { MedicalEducationMetrics: [activity] } })
    expect([sent.status, sent.json.SaveActivityResult.Activity]).toMatchObject([
      201,
      [{ Outcome: 'ADDED', ProviderActivityID: 'LMS-7', Status: 'ACTIVE' }],
    ])
    const got = await calls(ada, 'GetActivity', { ProviderActivityID: 'LMS-7' })
    const back = await calls(ada, 'SaveActivity', got.json)
    expect([back.status, back.json.SaveActivityResult.Activity[0].Outcome]).toEqual([200, 'UNCHANGED'])

    const { ActivityID: id } = sent.json.SaveActivityResult.Activity[0]
    const inXml = await calls(
      ada,
      'GetActivity',
      `<GetActivity xmlns="urn:any"><ActivityID>${id}</ActivityID></GetActivity>`,
    )
    expect(inXml.text).toContain('<title>Sepsis &amp; Shock &lt;update&gt;</title>')
    expect((await calls(ada, 'SaveActivity', inXml.text)).text).toContain('<Outcome>UNCHANGED</Outcome>')
    expect((await calls(bo, 'GetActivity', { ActivityID: id })).status).toBe(404)

    await ada.asks('mutation ($id: ID!) { deleteActivity(activityId: $id) { __typename } }', { id })
    expect((await calls(ada, 'GetActivity', { ProviderActivityID: 'LMS-7' })).status).toBe(404)
    const anew = await calls(ada, 'SaveActivity', { ACCMEActivities: { MedicalEducationMetrics: [activity] } })
    const { ActivityID: newId } = anew.json.SaveActivityResult.Activity[0]
    expect(newId).not.toBe(id)
    expect((await calls(ada, 'GetActivity', { ProviderActivityID: 'LMS-7' })).text).toContain(newId)
  })

  test('GetLearnerMatch answers as the validation tool does', async () => {
    const asked = { Member: member, UniqueID: [{ domain: 'ME', value: 'MD23456' }] }
    expect((await calls(ada, 'GetLearnerMatch', asked)).json).toMatchObject({
      LearnerMatch: { IsValid: true, License: { Result: 'MATCHED' }, Board: null },
    })
    const xml = `<GetLearnerMatch><Member><Name><GivenName>Nobody</GivenName><FamilyName>Atall</FamilyName></Name><PersonalInfo><BirthDate>--02-29</BirthDate></PersonalInfo></Member><UniqueID domain="ME"/></GetLearnerMatch>`
    const { status, text } = await calls(ada, 'GetLearnerMatch', xml)
    expect([status, text]).toEqual([200, expect.stringContaining('<License><Result>NOT_FOUND</Result>')])
    expect(text).toContain('<Code>LEARNER_NOT_FOUND</Code>')
    for (const [document, said] of [
      [[asked], /one JSON object/],
      [null, /one JSON object/],
      ['<GetLearnerMatch/><GetLearnerMatch/>', /not well-formed XML/],
    ] as const) {
      const refused = await calls(ada, 'GetLearnerMatch', document as object | string)
      expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(said)])
    }
  })

  test('W04, W06: a report is recorded once, and its status is the same by credit id and by learner', async () => {
    const first = await calls(ada, 'SaveLearnerActivity', documentOf(reportOf()))
    expect([first.status, outcomes(first)]).toEqual([201, ['ACCEPTED']])
    const again = await calls(ada, 'SaveLearnerActivity', documentOf(reportOf()))
    expect([again.status, outcomes(again)]).toEqual([200, ['DUPLICATE']])

    const byId = await calls(ada, 'GetLearnerStatusByCreditId', { CreditID: 'ccid:lms:2' })
    expect(byId.json.LearnerStatus.Record[0]).toMatchObject({
      ModuleID: '200000001',
      CompletionDate: completedOn,
      CreditID: ['ccid:lms:1', 'ccid:lms:2'],
      Credit: [
        { Kind: 'AMA PRA Category 1', Amount: 2, Status: 'ACCEPTED' },
        { Kind: 'ABIM', Amount: 2 },
      ],
    })
    const key = { ModuleID: '200000001', BirthDate: '09/10', CompletionDate: completedOn }
    for (const identifier of [
      { domain: 'ME', value: 'md23456' },
      { domain: 'ABIM', value: '219876' },
    ]) {
      const byLearner = await calls(ada, 'GetLearnerStatusByLearner', { ...key, UniqueID: [identifier] })
      expect(byLearner.json.LearnerStatus.Record[0].CompletionID).toBe(byId.json.LearnerStatus.Record[0].CompletionID)
    }
  })

  test('W05: another provider learns nothing of it', async () => {
    expect((await calls(bo, 'GetLearnerStatusByCreditId', { CreditID: 'ccid:lms:1' })).status).toBe(404)
    const key = { ModuleID: '200000001', BirthDate: '09/10', CompletionDate: completedOn }
    const unique = [{ domain: 'ME', value: 'MD23456' }]
    expect((await calls(bo, 'GetLearnerStatusByLearner', { ...key, UniqueID: unique })).status).toBe(404)
    expect((await calls(ada, 'GetLearnerStatusByLearner', key)).status).toBe(400)
  })

  test('W07, V01: a licensing board reads the transcript of its licensee, Dee her own, and nobody else any', async () => {
    const asks = async (who: Person, operation: string, change: Record<string, string> = {}) => {
      const question = {
        firstName: 'Deirdre',
        lastName: 'Marchetti',
        stateOfLicensure: 'ME',
        stateMedicalLicenseID: 'MD23456',
        completionDateRangeStart: completedOn,
        completionDateRangeEnd: completedOn,
        ...change,
      }
      const response = await who.fetches(`/services/${operation}?${new URLSearchParams(question)}`)
      return { status: response.status, body: JSON.parse(await response.text()) }
    }
    const [cy, dee] = [await platform.as('cy'), await platform.as('dee')]
    for (const who of [cy, dee]) {
      const { status, body } = await asks(who, 'GetLearnerTranscriptbyLearner')
      expect([status, body.length, body[0]?.Member.Name.FamilyName]).toEqual([200, 1, 'Marchetti'])
      const modules = body[0].ActivityTranscript.map(
        ({ Activity }: { Activity: { Module: object } }) => Activity.Module,
      )
      expect(modules).toContainEqual(
        expect.objectContaining({
          ModuleName: { value: expect.any(String), moduleID: '200000001' },
          CompletedDateTime: `${completedOn}T00:00:00`,
          CreditCertificate: expect.arrayContaining([
            expect.objectContaining({
              CreditReceived: { activityCertification: 'AMA PRA Category 1', creditUnit: 'Point', numberOfCredits: 2 },
            }),
          ]),
        }),
      )
      expect((await asks(who, 'GetLearnerTranscriptCreditsByDate')).body).toMatchObject([
        { totalCredits: expect.any(Number), unit: 'Point' },
      ])
      expect((await asks(who, 'GetLearnerTranscriptbyLearner', { stateMedicalLicenseID: 'MD23457' })).body).toEqual([])
    }
    const refused = await asks(ada, 'GetLearnerTranscriptbyLearner')
    expect([refused.status, refused.body]).toMatchObject([403, { code: 403, message: expect.any(String) }])
    expect((await asks(platform.nobody, 'GetLearnerTranscriptbyLearner')).status).toBe(401)
  })

  test('L40: one bad report stops no other, and a call of which nothing is recorded is a 400', async () => {
    const wrong = reportOf({ Status: 'Registered' })
    const deleted = reportOf({}, 'delete')
    const both = await calls(ada, 'SaveLearnerActivity', documentOf(wrong, deleted))
    expect([both.status, outcomes(both)]).toEqual([201, ['REJECTED', 'ACCEPTED']])
    const none = await calls(ada, 'SaveLearnerActivity', documentOf(wrong))
    expect(none.status).toBe(400)
    expect(none.json.SaveLearnerActivityResult.Record[0].Message).toMatchObject([
      { Code: 'NOT_COMPLETED', Fix: expect.any(String) },
    ])
    expect((await calls(ada, 'GetLearnerStatusByCreditId', { CreditID: 'ccid:lms:1' })).status).toBe(404)
  })

  test('W02: a report of another provider is refused by its credentials’ provider', async () => {
    const { status, json } = await calls(bo, 'SaveLearnerActivity', documentOf(reportOf()))
    expect([status, json.SaveLearnerActivityResult.Record[0].Message[0].Code]).toEqual([400, 'OTHER_PROVIDER'])
  })
})

describe('a program that is built with Relay', () => {
  let program: RelayProgram
  beforeAll(async () => {
    program = await relayProgram(ada)
    const body = program.persisted
    expect((await ada.fetches('/operations', { method: 'POST', body })).status).toBe(200)
  })

  test('reads a list page by page into one', async () => {
    await program.begins()
    const first = program.list()
    expect([first.ids.length, first.hasNext]).toEqual([2, true])
    await program.goesOn()
    const { ids } = program.list()
    expect(ids.slice(0, 2)).toEqual(first.ids)
    expect(new Set(ids).size).toBe(4)
  })

  test('asks for one of them again by its id alone', async () => {
    const [id] = program.list().ids
    expect(await program.asksAgain(String(id))).toEqual({
      id,
      title: expect.any(String),
      status: expect.stringMatching(/^[A-Z]+$/),
    })
    expect(await program.asksAgain('QWN0aXZpdHk6MA')).toBeNull()
  })
})

describe('an id among all objects of the graph', () => {
  interface Found {
    nodes: ({ __typename: string; id: string } | null)[]
  }
  const nodesFor = async (who: Person, ids: string[]) =>
    (await who.asks<Found>('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids })).nodes

  test('leads to the object for whoever may see it, and to nothing for everybody else', async () => {
    const dee = await platform.as('dee')
    const ofAda = await ada.asks<Hers>(
      '{ activities(first: 1) { edges { node { id provider { id } } } } submissions(first: 1) { edges { node { id } } } }',
    )
    const [activity, record] = [ofAda.activities, ofAda.submissions].map(onlyNode)
    const { createUpload } = await ada.asks<{ createUpload: { batch: { id: string } } }>(
      'mutation ($input: UploadInput!) { createUpload(input: $input) { batch { id } } }',
      { input: { fileName: 'learners.csv', learnerPermission: true } },
    )
    const { viewer } = await dee.asks<{ viewer: { learner: { id: string; licenses: { board: { id: string } }[] } } }>(
      '{ viewer { learner { id licenses { board { id } } } } }',
    )
    const ids = [
      ['Activity', activity?.id],
      ['Batch', createUpload.batch.id],
      ['Completion', record?.id],
      ['ProviderOrganization', activity?.provider?.id],
      ['Board', viewer.learner.licenses[0]?.board.id],
      ['Learner', viewer.learner.id],
    ].map(([type, id]) => ({ __typename: String(type), id: String(id) }))
    const seenBy = async (who: Person) => {
      const nodes = await nodesFor(
        who,
        ids.map(({ id }) => id),
      )
      for (const [index, node] of nodes.entries()) if (node) expect(node).toEqual(ids[index])
      return nodes.flatMap((node) => node?.__typename ?? [])
    }
    expect(await seenBy(ada)).toEqual(['Activity', 'Batch', 'Completion', 'ProviderOrganization', 'Board'])
    expect(await seenBy(bo)).toEqual(['ProviderOrganization', 'Board'])
    expect(await seenBy(dee)).toEqual(expect.arrayContaining(['ProviderOrganization', 'Board', 'Learner']))
    expect(await seenBy(dee)).not.toContain('Batch')
    expect(await seenBy(platform.nobody)).toEqual(expect.not.arrayContaining(['Batch', 'Completion', 'Learner']))
  })

  test('brings the fields of whichever subgraph has them', async () => {
    const { activities } = await ada.asks<Hers>('{ activities(first: 1) { edges { node { id title activityId } } } }')
    const { node } = await ada.asks<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on Activity { title activityId } ... on Completion { completedOn } } }',
      { id: onlyNode(activities).id },
    )
    const { id: _, ...fields } = onlyNode(activities)
    expect(node).toEqual(fields)
  })

  test('no more than 100 at once', async () => {
    await expect(nodesFor(ada, Array(101).fill('x'))).rejects.toThrow('BAD_USER_INPUT')
  })

  interface Page {
    edges: { node: { id: string; provider?: { id: string } } }[]
  }
  type Hers = Record<'activities' | 'submissions', Page>
  const onlyNode = ({ edges: [edge] }: Page) => {
    if (!edge) throw new Error('The list is empty.')
    return edge.node
  }
})
