import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { samplePeople } from '../scripts/seed/sample-file/sample-file.js'
import type { Person } from './setup/person.js'
import { type Platform, startOnDemonstration } from './setup/platform.js'

interface News {
  state: string
  totalRows: number | null
  appliedRows: number
  counts: { valid: number; problems: number }
  refusal: { code: string } | null
  resultAddress: string | null
}

let platform: Platform
let ada: Person
let bo: Person

beforeAll(async () => {
  platform = await startOnDemonstration()
  ada = await platform.as('ada')
  bo = await platform.as('bo')
}, 180_000)
afterAll(() => platform?.stop(), 60_000)

const inMaine = samplePeople().filter(({ licenses }) =>
  licenses.some(({ state, status }) => state === 'ME' && status === 'ACTIVE'),
)

/** Everybody again and again, each with his or her NPI; every tenth row is about nobody. */
function rowsOfCsv(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const person = inMaine[i % inMaine.length]
    if (!person || i % 10 === 9) return `Nobody,,Xhosabury${i},,01/02,ME,,,`
    const { givenName, familyName, birthMonth, birthDay, npi } = person
    return `"${givenName}",,"${familyName}",,${birthMonth}/${birthDay},ME,${npi},,`
  })
}

async function announces(who: Person): Promise<{ batchId: string; address: string }> {
  const { createValidationUpload } = await who.asks<{
    createValidationUpload: { batch: { batchId: string }; address: string }
  }>('mutation { createValidationUpload(input: { fileName: "learners.csv" }) { batch { batchId } address } }')
  return { batchId: createValidationUpload.batch.batchId, address: createValidationUpload.address }
}

async function opens(who: Person, batchId: string): Promise<News> {
  const { validationBatch } = await who.asks<{ validationBatch: News }>(
    `query ($id: ID!) { validationBatch(batchId: $id) {
      state totalRows appliedRows counts { valid problems } refusal { code } resultAddress } }`,
    { id: batchId },
  )
  return validationBatch
}

/** Waits until the file has come so far. */
async function reaches(batchId: string, far: (news: News) => boolean): Promise<News> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const news = await opens(ada, batchId)
    if (far(news)) return news
    await sleep(100)
  }
  throw new Error('The file did not come so far.')
}

const isDone = ({ state }: News) => state === 'DONE'

test('from the template to the result: a provider checks learners before any credit is sent', async () => {
  const template = (await ada.downloads('/templates/learners-validation.csv')).toString('utf8')
  expect(template).toContain('First Name,Middle Name,Last Name,Suffix,Date of Birth,Licensing State')
  const { batchId, address } = await announces(ada)
  const sent = await ada.fetches(address, { method: 'PUT', body: template + rowsOfCsv(20).join('\r\n') })
  expect(await sent.json()).toMatchObject({ batchId, state: 'STORED', refusal: null })

  const done = await reaches(batchId, isDone)
  expect(done).toMatchObject({ totalRows: 20, appliedRows: 20, counts: { valid: 18, problems: 2 } })
  const result = (await ada.downloads(done.resultAddress ?? '')).toString('utf8').trim().split('\r\n')
  expect(result[0]).toContain('License Match,Board Match,Message')
  expect(result.filter((line) => line.includes(',MATCHED,'))).toHaveLength(18)
  expect((await ada.downloads(`${done.resultAddress}?rows=failed`)).toString('utf8')).toContain('LEARNER_NOT_FOUND')
})

test('the template of the workbook is a workbook', async () => {
  const bytes = await ada.downloads('/templates/learners-validation.xlsx')
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})

test('nobody else sends to the address of a file, or fetches its result', async () => {
  const { batchId, address } = await announces(ada)
  const body = 'First Name,Last Name,Date of Birth,Licensing State\nA,B,01/02,ME'
  const op = await platform.as('op')
  const put = async (who: Person) => (await who.fetches(address, { method: 'PUT', body })).status
  expect([await put(bo), await put(op), await put(platform.nobody)]).toEqual([404, 403, 401])
  expect(await put(ada)).toBe(200)
  await reaches(batchId, isDone)
  const get = async (who: Person) => (await who.fetches(`${address}/result`)).status
  expect([await get(bo), await get(op), await get(platform.nobody), await get(ada)]).toEqual([404, 403, 401, 200])
})

test.each([
  [
    'validation file',
    'createValidationUpload',
    'validationBatchProgress',
    ['First Name,Last Name,Date of Birth,Licensing State', 'Deirdre,Marchetti,09/10,ME'],
  ],
  [
    'file of activities',
    'createActivityUpload',
    'activityBatchProgress',
    ['Provider Activity ID,Title', 'GR-1,Rounds'],
  ],
])('a %s is followed to its end by one line, and by nobody else', async (_, create, follow, lines) => {
  const made = await ada.asks<Record<string, { batch: { batchId: string }; address: string }>>(
    `mutation { ${create}(input: { fileName: "mine.csv" }) { batch { batchId } address } }`,
  )
  const { batch, address } = made[create] ?? { batch: { batchId: '' }, address: '' }
  const query = `subscription ($id: ID!) { ${follow}(batchId: $id) { state totalRows appliedRows } }`
  const follows = (who: Person) =>
    who.fetches('/graphql', {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { id: batch.batchId } }),
    })
  expect(await (await follows(bo)).json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  const line = (await follows(ada)).body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await ada.fetches(address, { method: 'PUT', body: lines.join('\n') })).status).toBe(200)

  let told = ''
  while (!told.includes('"DONE"')) {
    const piece = await line?.read()
    if (!piece || piece.done) throw new Error(`The line ended before the file did:\n${told}`)
    told += piece.value
  }
  await line?.cancel()
  const states = [...told.matchAll(/"state":"([A-Z]+)","totalRows":(\w+),"appliedRows":(\d)/g)].map(
    ([, ...news]) => news,
  )
  expect([states[0], states.at(-1)]).toEqual([
    ['RECEIVING', 'null', '0'],
    ['DONE', '1', '1'],
  ])
})

test('a file outlives kill -9 of the worker of learners: every row is answered once', async () => {
  const rows = 30_000
  const { batchId, address } = await announces(ada)
  const header = 'First Name,Middle Name,Last Name,Suffix,Date of Birth,Licensing State,Licensing ID or NPI'
  const bytes = [header, ...rowsOfCsv(rows).map((row) => row.slice(0, -2))].join('\n')
  expect((await ada.fetches(address, { method: 'PUT', body: bytes })).status).toBe(200)
  const halfway = await reaches(batchId, ({ appliedRows }) => appliedRows > 0)
  expect(halfway).toMatchObject({ state: 'APPLYING', totalRows: rows })
  process.kill(Number(await readFile(join(platform.dataDir, 'run', 'learners-worker.pid'), 'utf8')), 'SIGKILL')

  const done = await reaches(batchId, isDone)
  expect(done).toMatchObject({ appliedRows: rows, counts: { valid: rows * 0.9, problems: rows * 0.1 } })
  const result = (await ada.downloads(done.resultAddress ?? '')).toString('utf8').trim().split('\r\n')
  expect(result).toHaveLength(rows + 1)
  const nobodies = result.flatMap((line) => /Xhosabury(\d+)/.exec(line)?.[1] ?? [])
  expect(nobodies).toEqual(Array.from({ length: rows / 10 }, (_, i) => `${i * 10 + 9}`))
}, 180_000)
