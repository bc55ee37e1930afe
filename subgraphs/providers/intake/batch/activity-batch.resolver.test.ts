import { Readable } from 'node:stream'
import { createLog } from '../../../shared/log.js'
import { receiveUpload } from '../../../shared/upload/receive-upload.js'
import { people, TestSubgraph } from '../../testing/subgraph.js'
import { ActivityBatch, activityBatchKind } from './activity-batch.js'
import { runActivityBatch } from './run-activity-batch.js'

let providers: TestSubgraph
beforeAll(async () => {
  providers = await TestSubgraph.start()
})
afterAll(() => providers.stop())
beforeEach(async () => {
  await providers.orm.em.fork().execute('truncate activity_batch, activity_column_choice, activity cascade')
})

const { ada, bo, dee, op } = people

interface Ticket {
  createActivityUpload: { batch: { batchId: string; state: string; needsConfirmation: boolean }; address: string }
}

async function announced(who: typeof ada | typeof bo, input: object = {}) {
  const { createActivityUpload } = await providers.ask<Ticket>(
    who,
    `mutation ($input: ActivityUploadInput!) {
      createActivityUpload(input: $input) { batch { batchId state needsConfirmation } address } }`,
    { input: { fileName: '../../my activities.csv', ...input } },
  )
  return createActivityUpload
}

async function sent(content: string, input: object = {}, who: typeof ada | typeof bo = ada): Promise<string> {
  const { batch } = await announced(who, input)
  const within = { providerId: who.providerId }
  const arrival = { batchId: batch.batchId, within, bytes: Readable.from([Buffer.from(content)]), announced: undefined }
  await receiveUpload(arrival, { kind: activityBatchKind, em: providers.orm.em, ...providers.files })
  return batch.batchId
}

const works = (batchId: string) =>
  runActivityBatch(
    batchId,
    { em: providers.orm.em, spool: providers.files.spool, log: createLog('test', 'silent'), now: () => providers.at },
    new AbortController().signal,
  )

const preview = `query ($id: ID!, $choices: [ColumnChoiceInput!]) { activityUploadPreview(batchId: $id, choices: $choices) {
  format headerRow notRecognized columns { position header column { key header } repetition confidence isRead isChosen }
  rows { rowNumber texts } } }`
interface Preview {
  activityUploadPreview: {
    format: string
    headerRow: number
    notRecognized: string[]
    columns: {
      header: string
      column: { key: string } | null
      isRead: boolean
      isChosen: boolean
      confidence: number
    }[]
    rows: { rowNumber: number; texts: string[] }[]
  }
}

test('an upload has an address of its own, and a name that is no path', async () => {
  const { batch, address } = await announced(ada)
  expect(address).toBe(`/uploads/activities-${batch.batchId}`)
  const { fileName } = await providers.orm.em.fork().findOneOrFail(ActivityBatch, batch.batchId)
  expect(fileName).toBe('my activities.csv')
})

test('a preview says what columns are taken for; what is said of the others holds for this file and the next (B02)', async () => {
  const content = (id: string) => `My Key,What,When it starts,Room,Fee\n${id},Rounds,3/1/2026,B 12,Yes\n`
  const batchId = await sent(content('GR-1'), { review: true })
  const { activityUploadPreview: seen } = await providers.ask<Preview>(ada, preview, { id: batchId })
  expect(seen).toMatchObject({
    format: 'CSV',
    headerRow: 1,
    notRecognized: ['My Key', 'What', 'When it starts', 'Room'],
    rows: [{ rowNumber: 2, texts: ['GR-1', 'Rounds', '3/1/2026', 'B 12', 'Yes'] }],
  })
  expect(seen.columns.at(-1)).toMatchObject({ column: { key: 'fee' }, confidence: 1, isRead: true, isChosen: false })
  const choices = [
    { header: 'my key', column: 'providerActivityId' },
    { header: 'What', column: 'title' },
    { header: 'When it starts', column: 'startsOn' },
    { header: 'Room', column: null },
  ]
  const { activityUploadPreview: corrected } = await providers.ask<Preview>(ada, preview, { id: batchId, choices })
  expect(corrected.notRecognized).toEqual([])
  expect(corrected.columns.map(({ column, isChosen }) => [column?.key ?? null, isChosen])).toEqual([
    ['providerActivityId', true],
    ['title', true],
    ['startsOn', true],
    [null, true],
    ['fee', false],
  ])
  const start = `mutation ($id: ID!, $choices: [ColumnChoiceInput!]) {
    startActivityUpload(batchId: $id, choices: $choices) { state needsConfirmation } }`
  expect(await providers.ask(ada, start, { id: batchId, choices })).toEqual({
    startActivityUpload: { state: 'STORED', needsConfirmation: false },
  })
  await expect(providers.ask(ada, start, { id: batchId })).rejects.toThrow('CONFLICT')
  await works(batchId)
  const next = await sent(content('GR-2'))
  await works(next)
  const titles = await providers.rows(
    'select provider_activity_id, title, starts_on::text, fee from activity order by 1',
  )
  expect(titles).toEqual([
    { provider_activity_id: 'GR-1', title: 'Rounds', starts_on: '2026-03-01', fee: 'YES' },
    { provider_activity_id: 'GR-2', title: 'Rounds', starts_on: '2026-03-01', fee: 'YES' },
  ])
  const bos = await sent(content('GR-3'), {}, bo)
  await works(bos)
  expect(await providers.ask(bo, '{ activityBatches { edges { node { state refusal { code } } } } }')).toEqual({
    activityBatches: { edges: [{ node: { state: 'REFUSED', refusal: { code: 'HEADER_MISSING' } } }] },
  })
}, 30_000)

test('rows are read page by page, with cells, issues and the activity', async () => {
  const batchId = await sent('Provider Activity ID,Title,Country\n1,One,USA\n2,,USA\n3,Three,US\n')
  await works(batchId)
  const page = `query ($id: ID!, $after: String) { activityBatch(batchId: $id) {
    state totalRows counts { accepted rejected duplicate inReview } resultAddress fileWarnings
    rows(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
      rowNumber line outcome effect cells { column text } issues { code severity column fix rule }
      activity { title } } } } } }`
  const { activityBatch } = await providers.ask<{ activityBatch: { rows: { pageInfo: { endCursor: string } } } }>(
    ada,
    page,
    { id: batchId },
  )
  expect(activityBatch).toMatchObject({
    state: 'DONE',
    totalRows: 3,
    counts: { accepted: 1, rejected: 2, duplicate: 0, inReview: 0 },
    resultAddress: `/uploads/activities-${batchId}/result`,
    rows: {
      pageInfo: { hasNextPage: true },
      edges: [
        { node: { rowNumber: 2, line: 2, outcome: 'ACCEPTED', effect: 'ADDED', activity: { title: 'One' } } },
        {
          node: {
            rowNumber: 3,
            outcome: 'REJECTED',
            cells: [
              { column: 'Provider Activity ID', text: '2' },
              { column: 'Country', text: 'USA' },
            ],
            issues: [{ code: 'TITLE_MISSING', severity: 'ERROR', column: 'Title', rule: 'A07' }],
            activity: null,
          },
        },
      ],
    },
  })
  const { endCursor: after } = activityBatch.rows.pageInfo
  expect(await providers.ask(ada, page, { id: batchId, after })).toMatchObject({
    activityBatch: { rows: { pageInfo: { hasNextPage: false }, edges: [{ node: { rowNumber: 4 } }] } },
  })
})

test('what is another provider’s is not there; only reporters send files', async () => {
  const batchId = await sent('Provider Activity ID,Title\n1,One\n', { review: true })
  const one = 'query ($id: ID!) { activityBatch(batchId: $id) { state } }'
  await expect(providers.ask(bo, one, { id: batchId })).rejects.toThrow('NOT_FOUND')
  await expect(providers.ask(bo, preview, { id: batchId })).rejects.toThrow('NOT_FOUND')
  const cancel = 'mutation ($id: ID!) { cancelActivityUpload(batchId: $id) { state } }'
  await expect(providers.ask(bo, cancel, { id: batchId })).rejects.toThrow('NOT_FOUND')
  await expect(providers.ask(op, cancel, { id: batchId })).rejects.toThrow('FORBIDDEN')
  await expect(providers.ask(dee, one, { id: batchId })).rejects.toThrow('FORBIDDEN')
  await expect(providers.ask(undefined, one, { id: batchId })).rejects.toThrow('UNAUTHENTICATED')
  expect(await providers.ask(op, one, { id: batchId })).toEqual({ activityBatch: { state: 'STORED' } })
  expect(await providers.ask(ada, cancel, { id: batchId })).toEqual({ cancelActivityUpload: { state: 'CANCELLED' } })
  await expect(providers.ask(ada, preview, { id: batchId })).rejects.toThrow('CONFLICT')
})

test.each([
  ['a column that there is not', [{ header: 'A', column: 'nothing' }]],
  ['too many columns', Array.from({ length: 257 }, (_, i) => ({ header: `${i}`, column: null }))],
])('%s is refused', async (_, choices) => {
  const batchId = await sent('Provider Activity ID,Title\n1,One\n', { review: true })
  await expect(providers.ask(ada, preview, { id: batchId, choices })).rejects.toThrow('BAD_USER_INPUT')
})

test('of five files that wait for a look the sixth is one too many', async () => {
  for (let i = 0; i < 5; i += 1) await sent(`Provider Activity ID,Title\n${i},One\n`, { review: true })
  await expect(announced(ada)).rejects.toThrow('QUOTA_EXCEEDED')
  expect((await announced(bo)).batch.state).toBe('RECEIVING')
})

interface Followed {
  providersLiveEvents: { items: { channel: string; id: string }[]; endCursor: string }
}
const followed = async (who: typeof ada | undefined, after: string | null, channels: string[]) => {
  const source = `query ($after: String, $channels: [String!]!) {
    providersLiveEvents(after: $after, channels: $channels) { items { channel id } endCursor } }`
  return (await providers.ask<Followed>(who, source, { after, channels })).providersLiveEvents
}

test('whoever follows a file is told of each of its moves, the look at its columns included, and of no other file', async () => {
  const { endCursor: begin } = await followed(undefined, null, [])
  const batchId = await sent('Provider Activity ID,Title\nGR-1,Rounds\n', { review: true })
  const movesOf = async () =>
    (
      await providers.rows<{ moves: number }>(
        `select count(*)::int as moves from live_event where ids[1] = '${batchId}'`,
      )
    )[0]?.moves ?? 0
  const before = await movesOf()
  await providers.ask(ada, 'mutation ($id: ID!) { startActivityUpload(batchId: $id) { state } }', { id: batchId })
  expect(await movesOf()).toBe(before + 1)
  await works(batchId)
  await works(await sent('Provider Activity ID,Title\nGR-2,Rounds\n', {}, bo))
  const moves = await movesOf()
  expect(moves).toBeGreaterThan(before + 3)
  const told = () => followed(undefined, begin, [`file:${batchId}`])
  let { items } = await told()
  // Events are told once every older transaction on the server has ended.
  for (let attempt = 0; attempt < 500 && items.length < moves; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    items = (await told()).items
  }
  expect(items).toEqual(Array(moves).fill({ channel: `file:${batchId}`, id: batchId }))
  await expect(followed(ada, begin, [])).rejects.toThrow('NOT_FOUND')
})
