import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { samplePeople } from '../scripts/seed/sample-file/sample-file.js'
import { learnerForm } from '../subgraphs/credits/batch/columns.js'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { writeResultWorkbook } from '../subgraphs/shared/workbook/result-workbook.js'
import type { BatchNews, Person } from './setup/person.js'
import { type Platform, startByOneCommand } from './setup/platform.js'

const days = 12
let platform: Platform
let folder: string
let ada: Person

beforeAll(async () => {
  platform = await startByOneCommand()
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-kill-'))
  ada = await platform.as('ada')
}, 180_000)

afterAll(async () => {
  await platform?.stop()
  await rm(folder, { recursive: true })
}, 60_000)

const licensedInMaine = samplePeople().filter(({ licenses }) =>
  licenses.some(({ state, status }) => state === 'ME' && status === 'ACTIVE'),
)

/** A quarter credit of grand rounds for everybody on several days: nothing in it can fail. */
async function aLongFile(firstDay: number): Promise<{ bytes: Buffer<ArrayBuffer>; rows: number }> {
  const path = join(folder, `long-${firstDay}.xlsx`)
  const rows = Array.from({ length: days }, (_, day) => dayBefore(firstDay + day)).flatMap((completionDate) =>
    licensedInMaine.map((person) => ({
      cells: {
        recordAction: text('Add'),
        activityId: text('200000003'),
        completionDate: { text: completionDate, kind: 'date' as const },
        firstName: text(person.givenName),
        lastName: text(person.familyName),
        dateOfBirth: text(`${person.birthMonth}/${person.birthDay}`),
        licensingState: text('ME'),
        licenseIdOrNpi: text(person.npi),
        cmeCredits: text('0.25'),
      },
      result: [],
    })),
  )
  const keys = Object.keys(rows[0]?.cells ?? {}) as (keyof (typeof rows)[number]['cells'])[]
  await writeResultWorkbook(createWriteStream(path), learnerForm, keys, rows)
  return { bytes: Buffer.from(await readFile(path)), rows: rows.length }
}

const text = (value: string) => ({ text: value, kind: 'text' as const })
/** Counted on the calendar, not in hours: a day on which the clocks change has more or fewer of them. */
const dayBefore = (count: number) =>
  new Date(Date.parse(centralDay(new Date())) - (count + 1) * 86_400_000).toISOString().slice(0, 10)

async function kill(part: string): Promise<void> {
  const pid = Number(await readFile(join(platform.dataDir, 'run', `${part}.pid`), 'utf8'))
  process.kill(pid, 'SIGKILL')
}

/** Waits until the batch has come so far, whatever stops answering on the way. */
async function reaches(batchId: string, far: (news: BatchNews) => boolean): Promise<BatchNews> {
  for (let tries = 0; tries < 900; tries += 1) {
    const news = await ada.opens(batchId).catch(() => undefined)
    if (news && far(news)) return news
    await sleep(100)
  }
  throw new Error('The batch did not come so far.')
}

test.each([
  ['worker', ['worker'], 0],
  ['subgraphs and the gateway', ['subgraphs', 'gateway'], 20],
  ['postgres', ['postgres'], 40],
])(
  'an upload outlives kill -9 of the %s: every row is recorded once (I-1, I-2, I-6)',
  async (_, parts, firstDay) => {
    const { bytes, rows } = await aLongFile(firstDay)
    const { batchId } = await ada.uploads(bytes)
    await reaches(batchId, ({ state }) => state === 'APPLYING' || state === 'DONE')
    for (const part of parts) await kill(part)
    const done = await reaches(batchId, ({ state }) => state === 'DONE')
    expect(done).toMatchObject({
      totalRows: rows,
      appliedRows: rows,
      counts: { accepted: rows, rejected: 0, duplicate: 0 },
    })

    const again = await ada.uploads(bytes)
    expect(again).toMatchObject({ state: 'REFUSED', duplicateOf: batchId })
  },
  120_000,
)

interface ReviewedBatch {
  batchId: string
  counts: { accepted: number; rejected: number; inReview: number }
  rows: { edges: { node: { outcome: string; completion: { completionId: string } | null } }[] }
}

test('rows in review outlive kill -9 of whoever works on them, and each is recorded once (I-1, I-2)', async () => {
  const op = await platform.as('op')
  // Dee was born a day earlier than that.
  const inputs = [90, 91, 92].map((day) => ({
    activityId: '200000003',
    completedOn: dayBefore(day),
    givenName: 'Deirdre',
    familyName: 'Marchetti',
    birthMonth: 9,
    birthDay: 11,
    licensingState: 'ME',
    credits: 0.25,
    learnerPermission: true,
  }))
  const { submitCompletions } = await ada.asks<{ submitCompletions: { batch: ReviewedBatch } }>(
    'mutation ($inputs: [CompletionInput!]!) { submitCompletions(inputs: $inputs) { batch { batchId counts { rejected } } } }',
    { inputs },
  )
  const { batchId, counts } = submitCompletions.batch
  expect(counts.rejected).toBe(3)
  await ada.asks('mutation ($id: ID!) { requestReview(batchId: $id) { batchId } }', { id: batchId })
  await kill('worker')

  const { caseId, learnerId } = await until(async () => {
    const { reviewCases } = await op.asks<{
      reviewCases: { edges: { node: { caseId: string; match: { candidates: { learnerId: string }[] } } }[] }
    }>('{ reviewCases(providerId: "0008273") { edges { node { caseId match { candidates { learnerId } } } } } }')
    const [found] = reviewCases.edges
    return found && { caseId: found.node.caseId, learnerId: found.node.match.candidates[0]?.learnerId }
  })
  await op.asks(
    'mutation ($caseId: ID!, $learnerId: ID!) { decideReview(caseId: $caseId, learnerId: $learnerId) { state } }',
    {
      caseId,
      learnerId,
    },
  )
  await kill('subgraphs')
  // Twelve seconds later the decision is in force, and rows begin to move.
  for (let second = 0; second < 16; second += 4) {
    await sleep(4_000)
    await kill('worker').catch(() => undefined)
  }
  const ended = await until(async () => {
    const { batch } = await ada.asks<{ batch: ReviewedBatch }>(
      `query ($id: ID!) { batch(batchId: $id) { batchId counts { accepted rejected inReview }
         rows { edges { node { outcome completion { completionId } } } } } }`,
      { id: batchId },
    )
    return batch.counts.inReview === 0 && batch
  })
  expect(ended.counts).toEqual({ accepted: 3, rejected: 0, inReview: 0 })
  const records = ended.rows.edges.map(({ node }) => node.completion?.completionId)
  expect(new Set(records).size).toBe(3)
}, 180_000)

/** Asks again until there is something to tell, whatever stops answering on the way. */
async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await ask().catch(() => undefined)
    if (found) return found
    await sleep(200)
  }
  throw new Error('It did not come to that.')
}
