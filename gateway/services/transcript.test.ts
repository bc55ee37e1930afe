import type { IncomingMessage } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'
import { entryOf, isMeant, type TranscriptLearner, type TranscriptRecord } from './transcript-answer.js'

let gateway: TestGateway
let cy: string
let ada: string
let own: string

const dee: TranscriptLearner = {
  learnerId: '0190a000-0000-7000-8000-000000000001',
  givenName: 'Deirdre',
  middleName: null,
  familyName: "O'Marchetti",
  suffix: null,
  npi: '1234567893',
  licenses: [{ state: 'ME', licenseNumber: 'MD-23456', board: { code: 'ME-MD' } }],
  certifications: [],
}

const node = { __typename: 'Learner', ...dee }
const told = { licensees: { edges: [{ node }] }, licensee: node, viewer: { __typename: 'Viewer', learner: node } }
const entities = {
  _entities: [
    {
      __typename: 'Learner',
      creditSummary: { credits: 6.25 },
      completions: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    },
  ],
}

beforeAll(async () => {
  gateway = await startTestGateway()
  await gateway.execute(
    `insert into account (account_id, display_name, role, board_code) values ('cy', 'Cy', 'LICENSING_BOARD', 'ME-MD')`,
  )
  await gateway.execute(
    `insert into account (account_id, display_name, role, learner_id)
     values ('dee', 'Dee', 'PHYSICIAN', '${dee.learnerId}')`,
  )
  ;[cy, ada, own] = [await gateway.keyFor('cy'), await gateway.keyFor('ada'), await gateway.keyFor('dee')]
})
afterAll(() => gateway.stop())
beforeEach(() => {
  gateway.subgraphs.answer = async (request, response) => {
    const asked = await textOf(request as IncomingMessage)
    answering(200, { data: asked.includes('_entities') ? entities : told })(request, response)
  }
})

const names = { firstName: 'Deirdre', lastName: "O'Marchetti" }
const days = { completionDateRangeStart: '2026-01-01', completionDateRangeEnd: '2026-06-30T23:59:59' }
const license = { stateOfLicensure: 'ME', stateMedicalLicenseID: 'MD23456' }
const calls = async (search: Record<string, string>, key?: string, operation = 'GetLearnerTranscriptCreditsByDate') => {
  const response = await fetch(`${gateway.url}/services/${operation}?${new URLSearchParams(search)}`, {
    headers: key ? { authorization: `Bearer ${key}` } : {},
  })
  return { status: response.status, body: await response.json() }
}

test('a licensing board reads what its licensee has earned, in points of the standard (5.10)', async () => {
  expect(await calls({ ...names, ...license, ...days }, cy)).toEqual({
    status: 200,
    body: [{ Name: { GivenName: 'Deirdre', FamilyName: "O'Marchetti" }, totalCredits: 6.25, unit: 'Point' }],
  })
  expect(await calls({ ...names, ...license, ...days, lastName: 'Omarchett' }, cy)).toEqual({ status: 200, body: [] })
})

test.each<[string, () => string]>([
  ['a licensing board', () => cy],
  ['the physician', () => own],
])('%s reads a transcript in the form of the standard (5.10, V01)', async (_, key) => {
  const { status, body } = await calls({ ...names, ...license }, key(), 'GetLearnerTranscriptbyLearner')
  expect([status, body]).toMatchObject([
    200,
    [
      {
        Member: {
          Name: { GivenName: 'Deirdre', FamilyName: "O'Marchetti" },
          PersonalInfo: {
            Licensure: [{ StateOfLicensure: 'ME', StateLicensingBoard: 'ME-MD', StateMedicalLicenseID: 'MD-23456' }],
            NPI: '1234567893',
          },
        },
        ActivityTranscript: [],
      },
    ],
  ])
})

test.each<[string, number, Record<string, string>, (() => string) | undefined]>([
  ['no key', 401, { ...names, ...license, ...days }, undefined],
  ['a wrong key', 401, { ...names, ...license, ...days }, () => `${cy.slice(0, -2)}xy`],
  ['the key of a provider', 403, { ...names, ...license, ...days }, () => ada],
  ['no last name', 400, { ...license, ...days, firstName: 'Deirdre' }, () => cy],
  ['neither license nor NPI', 400, { ...names, ...days }, () => cy],
  ['a state in words', 400, { ...names, ...license, ...days, stateOfLicensure: 'Maine' }, () => cy],
  ['a wrong NPI', 400, { ...names, ...days, npi: '1234567890' }, () => cy],
  ['one day of a range', 400, { ...names, ...license, completionDateRangeStart: '2026-01-01' }, () => cy],
  ['a day that is none', 400, { ...names, ...license, ...days, completionDateRangeEnd: '2026-02-30' }, () => cy],
  ['days in the wrong order', 400, { ...names, ...license, ...days, completionDateRangeStart: '2026-12-31' }, () => cy],
])('W07: %s is refused with %i, a code and a message', async (_, status, search, key) => {
  expect(await calls(search, key?.())).toEqual({
    status,
    body: expect.objectContaining({ code: status, message: expect.any(String) }),
  })
})

test('W07: what goes wrong inside is a 5xx with a code and a message, and no details', async () => {
  gateway.subgraphs.answer = answering(500, { errors: [{ message: 'relation "x" does not exist' }] })
  const { status, body } = await calls({ ...names, ...license, ...days }, cy)
  expect(status).toBeGreaterThanOrEqual(500)
  expect(body).toMatchObject({ code: status, message: expect.any(String) })
  expect(JSON.stringify(body)).not.toContain('relation')
})

test.each<[string, Partial<Parameters<typeof isMeant>[1]>, boolean]>([
  ['everything', license, true],
  ['names in another case and spelling', { ...license, firstName: 'DEIRDRE', lastName: 'o’marchetti' }, true],
  ['the NPI alone', { npi: '1234567893' }, true],
  ['another NPI', { npi: '1000000004' }, false],
  ['another license', { stateOfLicensure: 'ME', stateMedicalLicenseID: 'MD2345' }, false],
  ['another state', { stateOfLicensure: 'NH', stateMedicalLicenseID: 'MD23456' }, false],
  ['another first name', { ...license, firstName: 'Dee' }, false],
])('%s means a physician or not', (_, question, expected) => {
  expect(isMeant(dee, { ...names, ...question })).toBe(expected)
})

test('P01: a transcript lists accepted credit alone, points apart from credits (P03)', () => {
  const record: TranscriptRecord = {
    completedOn: '2026-06-20',
    activity: { activityId: '200000001', title: 'Heart Failure Update' },
    provider: { providerId: '0008273', name: 'Northern Light' },
    cme: { partId: 'c', credits: 1.25, status: 'ACCEPTED' },
    moc: [
      { partId: 'm', points: 2, status: 'ACCEPTED', board: { code: 'ABIM' } },
      { partId: 'p', points: 3, status: 'PENDING', board: { code: 'ABP' } },
      { partId: 'r', points: 4, status: 'REJECTED', board: { code: 'ABS' } },
    ],
  }
  const [entry] = entryOf(record)
  expect(entry?.Activity.Module.CompletedDateTime).toBe('2026-06-20T00:00:00')
  expect(
    entry?.Activity.Module.CreditCertificate.map(({ CreditReceived: { activityCertification, numberOfCredits } }) => [
      activityCertification,
      numberOfCredits,
    ]),
  ).toEqual([
    ['AMA PRA Category 1', 1.25],
    ['ABIM Points', 2],
  ])
  expect(entryOf({ ...record, cme: null, moc: record.moc.slice(1) })).toEqual([])
})
