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
  ['worker', 0],
  ['subgraphs', 20],
  ['gateway', 40],
  ['postgres', 60],
])(
  'an upload outlives kill -9 of the %s: every row is recorded once (I-1, I-2, I-6)',
  async (part, firstDay) => {
    const { bytes, rows } = await aLongFile(firstDay)
    const { batchId } = await ada.uploads(bytes)
    await reaches(batchId, ({ state }) => state === 'APPLYING' || state === 'DONE')
    await kill(part)
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
