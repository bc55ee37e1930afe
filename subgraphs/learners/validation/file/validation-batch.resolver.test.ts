import { Readable } from 'node:stream'
import { receiveUpload } from '../../../shared/upload/receive-upload.js'
import { aPerson, insertPeople } from '../../testing/people.js'
import { claimsOf, TestSubgraph } from '../../testing/subgraph.js'
import { TestValidationFiles } from './testing.js'
import { validationBatchKind } from './validation-batch.js'

let subgraph: TestSubgraph
let files: TestValidationFiles
const ada = claimsOf('PROVIDER_REPORTER', { providerId: '0008273', displayName: 'Ada Reyes' })
const bo = claimsOf('PROVIDER_REPORTER', { providerId: '0004121' })

beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  files = await TestValidationFiles.start(subgraph)
  await insertPeople(subgraph.orm.em.fork(), [
    aPerson({ givenName: 'Deirdre', familyName: 'Marchetti', licenses: [{ state: 'ME', number: 'MD23456' }] }),
    ...[1, 2].map((index) =>
      aPerson({
        givenName: 'John',
        familyName: 'Smith',
        born: '04/05',
        licenses: [{ state: 'ME', number: `S00${index}` }],
      }),
    ),
  ])
})
afterAll(async () => {
  await files.stop()
  await subgraph.stop()
})
beforeEach(() => subgraph.orm.em.fork().execute('truncate validation_batch, validation_batch_row, match_guess'))

const header = 'First Name,Last Name,Date of Birth,Licensing State,Licensing ID or NPI,Shoe Size'
const dees = (more = '') => `Deirdre,Marchetti,09/10,ME,${more},38`
const sample = [
  header,
  dees(),
  'John,Smith,04/05,ME,,40',
  'Nobody,Atall,01/02,ME,,41',
  'Deirdre,Marchetti,09/10/1969,ME,MD99999,38',
  ',Marchetti,09/31,ME,,38',
].join('\n')

interface Batch {
  batchId: string
  state: string
  [field: string]: unknown
}

async function asked<T>(who: typeof ada | undefined, source: string, variables?: object): Promise<T> {
  const { data, errors } = await subgraph.ask<T>(source, who, variables as Record<string, unknown>)
  if (errors?.length || !data) throw new Error(String(errors?.[0]?.extensions?.code ?? errors?.[0]?.message))
  return data
}

async function announced(who = ada, input: object = {}) {
  const { createValidationUpload } = await asked<{ createValidationUpload: { batch: Batch; address: string } }>(
    who,
    `mutation ($input: ValidationUploadInput!) {
      createValidationUpload(input: $input) { batch { batchId state fileName submittedByName forced } address } }`,
    { input: { fileName: '../../my learners.csv', ...input } },
  )
  return createValidationUpload
}

async function sent(content: string, who = ada, input: object = {}): Promise<string> {
  const { batch } = await announced(who, input)
  const within = { providerId: who.providerId ?? '' }
  const arrival = { batchId: batch.batchId, within, bytes: Readable.from([Buffer.from(content)]), announced: undefined }
  await receiveUpload(arrival, { kind: validationBatchKind, em: subgraph.orm.em, ...subgraph.files })
  return batch.batchId
}

async function checked(content: string, who = ada): Promise<string> {
  const batchId = await sent(content, who)
  await files.runs(batchId)
  return batchId
}

const opened = async <T = Batch>(who: typeof ada | undefined, batchId: string, fields: string): Promise<T> => {
  const { validationBatch } = await asked<{ validationBatch: T }>(
    who,
    `query ($id: ID!) { validationBatch(batchId: $id) { ${fields} } }`,
    { id: batchId },
  )
  return validationBatch
}

interface Row {
  rowNumber: number
  isValid: boolean
  issues: { code: string; column: string | null }[]
  license: { decision: string; askFor: string | null; issues: { code: string }[] } | null
}

const rowFields = `rowNumber line isValid cells { column text } issues { code column }
  license { decision askFor issues { code } } board { decision }`
const rowsOf = async (batchId: string, args = 'first: 50') => {
  const fields = `rows(${args}) { edges { cursor node { ${rowFields} } } pageInfo { hasNextPage endCursor } }`
  const { rows } = await opened<{
    rows: { edges: { node: Row }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
  }>(ada, batchId, fields)
  return { nodes: rows.edges.map(({ node }) => node), pageInfo: rows.pageInfo }
}
const numbers = async (batchId: string, args: string) =>
  (await rowsOf(batchId, args)).nodes.map(({ rowNumber }) => rowNumber)

test('a file is announced, and its bytes have an address of their own', async () => {
  const { batch, address } = await announced()
  expect(batch).toMatchObject({ state: 'RECEIVING', fileName: 'my learners.csv', submittedByName: 'Ada Reyes' })
  expect(address).toBe(`/uploads/learners-${batch.batchId}`)
})

test('a file that is done says how many rows had which answer, and until when they are kept', async () => {
  const batchId = await checked(sample)
  const fields = `state format totalRows appliedRows fileWarnings resultAddress keptUntil finishedAt
    progress { percent secondsLeft } counts { valid warned problems unreadable license { matched ambiguous mismatch notFound }
    board { matched ambiguous mismatch notFound } }`
  const batch = await opened(ada, batchId, fields)
  expect(batch).toMatchObject({
    state: 'DONE',
    format: 'CSV',
    totalRows: 5,
    appliedRows: 5,
    fileWarnings: ['row 1, column F: Column F (Shoe Size) is none that we know; it was not read.'],
    resultAddress: `/uploads/learners-${batchId}/result`,
    progress: { percent: 100, secondsLeft: null },
    counts: {
      valid: 1,
      warned: 0,
      problems: 4,
      unreadable: 1,
      license: { matched: 1, ambiguous: 1, mismatch: 1, notFound: 1 },
      board: { matched: 0, ambiguous: 0, mismatch: 0, notFound: 0 },
    },
  })
  const days = (Date.parse(String(batch.keptUntil)) - Date.parse(String(batch.finishedAt))) / 86_400_000
  expect(days).toBe(30)
})

test('its rows have the cells as they were sent, without the year of birth (L06), and their answers (I12)', async () => {
  const { nodes } = await rowsOf(await checked(sample))
  expect(nodes).toEqual([
    {
      rowNumber: 2,
      line: 2,
      isValid: true,
      cells: [
        { column: 'First Name', text: 'Deirdre' },
        { column: 'Last Name', text: 'Marchetti' },
        { column: 'Date of Birth', text: '09/10' },
        { column: 'Licensing State', text: 'ME' },
      ],
      issues: [],
      license: { decision: 'MATCHED', askFor: null, issues: [] },
      board: null,
    },
    expect.objectContaining({
      rowNumber: 3,
      license: { decision: 'AMBIGUOUS', askFor: 'LICENSE', issues: [{ code: 'LEARNER_AMBIGUOUS' }] },
    }),
    expect.objectContaining({
      rowNumber: 4,
      license: { decision: 'NOT_FOUND', askFor: null, issues: [{ code: 'LEARNER_NOT_FOUND' }] },
    }),
    expect.objectContaining({
      rowNumber: 5,
      cells: expect.arrayContaining([{ column: 'Date of Birth', text: '09/10' }]),
      license: { decision: 'MISMATCH', askFor: null, issues: [{ code: 'LICENSE_MISMATCH' }] },
    }),
    expect.objectContaining({
      rowNumber: 6,
      isValid: false,
      issues: [
        { code: 'ROW_MISSING_REQUIRED', column: 'First Name' },
        { code: 'ROW_BAD_VALUE', column: 'Date of Birth' },
      ],
      license: null,
    }),
  ])
})

test('rows come page by page, and by what was answered', async () => {
  const batchId = await checked(sample)
  const first = await rowsOf(batchId, 'first: 2')
  expect(first.nodes.map(({ rowNumber }) => rowNumber)).toEqual([2, 3])
  expect(await numbers(batchId, `first: 50, after: "${first.pageInfo.endCursor}"`)).toEqual([4, 5, 6])
  expect(await numbers(batchId, 'onlyProblems: true')).toEqual([3, 4, 5, 6])
  expect(await numbers(batchId, 'onlyProblems: false')).toEqual([2, 3, 4, 5, 6])
  expect(await numbers(batchId, 'licenseDecision: MATCHED')).toEqual([2])
  expect(await numbers(batchId, 'licenseDecision: MISMATCH')).toEqual([5])
  expect(await numbers(batchId, 'licenseDecision: MATCHED, onlyProblems: true')).toEqual([])
  expect(await numbers(batchId, 'boardDecision: NOT_FOUND')).toEqual([])
  await expect(rowsOf(batchId, 'first: 101')).rejects.toThrow('PAGE_TOO_LARGE')
})

test('a row is answered as validateLearner answers the same entry', async () => {
  const { nodes } = await rowsOf(await checked(sample))
  const entry = { givenName: 'John', familyName: 'Smith', birthMonth: 4, birthDay: 5, licensingState: 'ME' }
  const { validateLearner } = await asked<{ validateLearner: object }>(
    ada,
    `query ($learner: LearnerIdentificationInput!) { validateLearner(learner: $learner) {
      isValid issues { code column } license { decision askFor issues { code } } board { decision } } }`,
    { learner: entry },
  )
  expect(nodes[1]).toMatchObject(validateLearner)
})

test('files are listed, the newest first, and nobody sees those of others', async () => {
  const mine = [await sent(sample), await sent(`${sample}\n${dees()}`)]
  await sent(sample, bo)
  const list = `{ validationBatches(first: 10) { edges { node { batchId } } } }`
  const { validationBatches } = await asked<{ validationBatches: { edges: { node: Batch }[] } }>(ada, list)
  expect(validationBatches.edges.map(({ node }) => node.batchId)).toEqual(mine.toReversed())
})

test('B06 the same bytes again are refused with the earlier file as the answer, unless forced', async () => {
  const first = await checked(sample)
  const again = await sent(sample)
  expect(await opened(ada, again, 'state refusal { code } duplicateOf { batchId }')).toEqual({
    state: 'REFUSED',
    refusal: { code: 'FILE_DUPLICATE' },
    duplicateOf: { batchId: first },
  })
  expect(await opened(ada, await sent(sample, ada, { force: true }), 'state')).toEqual({ state: 'STORED' })
  expect(await opened(bo, await sent(sample, bo), 'state')).toEqual({ state: 'STORED' })
})

test('a file is taken back before it is done, and not afterwards', async () => {
  const cancel = `mutation ($id: ID!) { cancelValidationUpload(batchId: $id) { state } }`
  const stored = await sent(sample)
  expect(await asked(ada, cancel, { id: stored })).toEqual({ cancelValidationUpload: { state: 'CANCELLED' } })
  await files.runs(stored)
  expect(await opened(ada, stored, 'state appliedRows')).toEqual({ state: 'CANCELLED', appliedRows: 0 })
  await expect(asked(ada, cancel, { id: await checked(`${sample}\n${dees()}`) })).rejects.toThrow('FORBIDDEN')
})

describe('whoever did not send a file', () => {
  const cancel = `mutation ($id: ID!) { cancelValidationUpload(batchId: $id) { state } }`
  const physician = claimsOf('PHYSICIAN', { learnerId: '00000000-0000-4000-8000-000000000001' })

  test.each([
    ['another provider', bo, 'NOT_FOUND'],
    ['an operator', claimsOf('OPERATOR'), 'FORBIDDEN'],
    ['a licensing board', claimsOf('LICENSING_BOARD', { boardCode: 'ME-MD' }), 'FORBIDDEN'],
    ['a certifying board', claimsOf('CERTIFYING_BOARD', { boardCode: 'ABIM' }), 'FORBIDDEN'],
    ['a physician', physician, 'FORBIDDEN'],
    ['a partner', claimsOf('PARTNER'), 'FORBIDDEN'],
    ['nobody', undefined, 'UNAUTHENTICATED'],
  ])('%s neither sees nor cancels it', async (_, who, code) => {
    const batchId = await sent(sample)
    await expect(opened(who, batchId, 'state')).rejects.toThrow(code)
    await expect(asked(who, cancel, { id: batchId })).rejects.toThrow(code)
  })

  test.each([
    ['an operator', claimsOf('OPERATOR'), 'FORBIDDEN'],
    ['a physician', physician, 'FORBIDDEN'],
    ['nobody', undefined, 'UNAUTHENTICATED'],
  ])('%s announces and lists none', async (_, who, code) => {
    const announce = `mutation { createValidationUpload(input: { fileName: "x" }) { address } }`
    await expect(asked(who, announce)).rejects.toThrow(code)
    await expect(asked(who, '{ validationBatches { edges { cursor } } }')).rejects.toThrow(code)
  })
})

test('an id that is none is answered as one that nothing has', async () => {
  await expect(opened(ada, 'DROP TABLE', 'state')).rejects.toThrow('NOT_FOUND')
})

test('too many open addresses are refused', async () => {
  for (let i = 0; i < 5; i += 1) await announced()
  await expect(announced()).rejects.toThrow('QUOTA_EXCEEDED')
  await announced(bo)
})

interface Followed {
  learnersLiveEvents: { items: { cursor: string; channel: string; id: string }[]; endCursor: string }
}
const followed = async (who: typeof ada | undefined, after: string | null, channels: string[]) => {
  const source = `query ($after: String, $channels: [String!]!) {
    learnersLiveEvents(after: $after, channels: $channels) { items { cursor channel id } endCursor } }`
  return (await asked<Followed>(who, source, { after, channels })).learnersLiveEvents
}

test('whoever follows a file is told of each of its moves until the end, and of no other file', async () => {
  const { endCursor: begin } = await followed(undefined, null, [])
  const batchId = await checked(sample)
  await checked(sample, bo)
  const [{ moves } = { moves: 0 }] = await subgraph.orm.em
    .fork()
    .execute<{ moves: number }[]>('select count(*)::int as moves from live_event where ids[1] = ?', [batchId])
  expect(moves).toBeGreaterThan(3)
  const told = () => followed(undefined, begin, [`file:${batchId}`, 'file:nothing'])
  let page = await told()
  // Events are told once every older transaction on the server has ended.
  for (let attempt = 0; attempt < 500 && page.items.length < moves; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    page = await told()
  }
  expect(page.items.map(({ channel, id }) => [channel, id])).toEqual(Array(moves).fill([`file:${batchId}`, batchId]))
  const [first, ...rest] = page.items
  expect((await followed(undefined, first?.cursor ?? '', [`file:${batchId}`])).items).toEqual(rest)
  await expect(followed(ada, begin, [])).rejects.toThrow('NOT_FOUND')
  await expect(followed(undefined, begin, ['batch:1'])).rejects.toThrow('BAD_USER_INPUT')
})
