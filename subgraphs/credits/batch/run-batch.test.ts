import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { createLog } from '../../shared/log.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { Spool } from '../../shared/upload/spool.js'
import { BatchState } from '../../shared/upload/upload-enums.js'
import { writeResultWorkbook } from '../../shared/workbook/result-workbook.js'
import { decideParts } from '../board/decide-parts.js'
import { CompletionSource } from '../completion/completion.js'
import { creditsOrm } from '../orm.js'
import type { LearnerClaim, Owners } from '../owners/owners.js'
import { anActivity, cells, matched, unmatched } from '../record/testing.js'
import { Batch } from './batch.js'
import { learnerForm } from './columns.js'
import { type BatchTools, runBatch } from './run-batch.js'

let database: FreshDatabase
let orm: MikroORM
let folder: string
let tools: BatchTools

/** Everybody whose last name is a number is the physician with that number; nobody else is known. */
const owners: Owners = {
  activityFacts: async (ids) => new Map(ids.filter((id) => id === '200000001').map((id) => [id, anActivity()])),
  matchLearners: async (claims) => claims.map(({ familyName }) => ({ license: matchOf(familyName), diplomate: null })),
  physician: async () => {
    throw new Error('Nobody asks for a physician here.')
  },
}
const remsFacts = new Map([['200000001', anActivity({ isRems: true })]])
const textColumns = [
  'Record Action',
  'ACCME Activity ID',
  'Completion Date',
  'First Name',
  'Date of Birth',
  'Licensing State',
  'Number of CME Credits',
  'Last Name',
  'Credit ID',
  'Local Identifier',
  'Profession',
]
const matchOf = (familyName: LearnerClaim['familyName']) =>
  /^\d+$/.test(familyName) ? matched(`00000000-0000-7000-8000-${familyName.padStart(12, '0')}`) : unmatched('NOT_FOUND')

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-spool-'))
  tools = {
    em: orm.em,
    owners,
    spool: new Spool(folder),
    log: createLog('test', 'silent'),
    today: () => '2026-06-30',
    newId: v7,
  }
})

afterAll(async () => {
  await orm.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  await orm.em.fork().execute('delete from live_credit')
})

const never = new AbortController().signal

/** A stored file of rows with these last names; a name with a minus is a deletion. */
async function aBatch(names: readonly string[], changes: Partial<Batch> = {}): Promise<string> {
  const em = orm.em.fork()
  const batch = em.create(Batch, {
    batchId: v7(),
    providerId: '0008273',
    source: CompletionSource.FILE,
    state: BatchState.STORED,
    submittedBy: 'ada',
    createdAt: new Date(),
    ...changes,
  })
  await em.flush()
  await mkdir(folder, { recursive: true })
  const rows = names.map((lastName) => ({
    cells: cells(lastName.startsWith('-') ? { lastName: lastName.slice(1), recordAction: 'Delete' } : { lastName }),
    result: [],
  }))
  const keys = Object.keys(cells()) as (keyof ReturnType<typeof cells>)[]
  await writeResultWorkbook(createWriteStream(tools.spool.pathOf(batch.batchId)), learnerForm, keys, rows)
  return batch.batchId
}

const opened = (batchId: string) => orm.em.fork().findOneOrFail(Batch, batchId)

async function counted(sql: string, ...params: string[]): Promise<number> {
  const [row] = await orm.em.fork().execute<{ count: string }[]>(`select count(*) from ${sql}`, params)
  return Number(row?.count)
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

test('every row of a file ends with exactly one outcome, and every accepted row with one entry (I-1, I-2)', async () => {
  const batchId = await aBatch(['1', 'Nobody', '2', '1'])
  await runBatch(batchId, tools, never)
  expect(await opened(batchId)).toMatchObject({
    state: 'DONE',
    totalRows: 4,
    appliedRows: 4,
    counts: { accepted: 2, warned: 0, rejected: 1, duplicate: 1, inReview: 0 },
  })
  expect(await counted('batch_row where batch_id = ?', batchId)).toBe(4)
  expect(await counted('completion where batch_id = ?', batchId)).toBe(2)
  expect(await counted('live_credit')).toBe(2)
  await expect(stat(tools.spool.pathOf(batchId))).rejects.toThrow('ENOENT')
})

test('the same rows in another file add nothing (I-8)', async () => {
  await runBatch(await aBatch(['1', '2']), tools, never)
  const again = await aBatch(['1', '2'])
  await runBatch(again, tools, never)
  expect((await opened(again)).counts).toMatchObject({ accepted: 0, duplicate: 2 })
  expect(await counted('live_credit')).toBe(2)
})

test('points that their board has rejected are not asked about again by the same rows (I-8)', async () => {
  const board = 'ABIM'
  const diplomates: Owners = {
    ...owners,
    matchLearners: async (claims) =>
      claims.map(({ familyName }) => ({ license: matchOf(familyName), diplomate: matchOf(familyName) })),
  }
  const run = async (boardId: string) => {
    const batchId = await aBatch([])
    const header =
      'Record Action,ACCME Activity ID,Completion Date,First Name,Last Name,Date of Birth,Licensing State,Number of CME Credits,Certifying Board,Certifying Board ID,Total Board Credits,Credit Type,Credits Awarded for Credit Type'
    const line = `Add,200000001,2026-06-20,Dee,81,09/10,ME,5,${board},${boardId},5,Medical Knowledge,5`
    await writeFile(tools.spool.pathOf(batchId), `${header}\n${line}`)
    await runBatch(batchId, { ...tools, owners: diplomates }, never)
    return (await opened(batchId)).counts
  }
  expect(await run('1')).toMatchObject({ accepted: 1 })
  const [part] = await orm.em
    .fork()
    .execute<{ part_id: string }[]>(`select part_id from live_credit where status = 'PENDING'`)
  const answer = { partId: part?.part_id ?? '', decision: 'REJECTED', reasonCode: 'BOARD_ID_UNKNOWN' } as const
  await decideParts(orm.em.fork(), [answer], { boardCode: board, decidedBy: 'cam' })

  expect(await run('1')).toMatchObject({ accepted: 0, duplicate: 1 })
  expect(await run('2')).toMatchObject({ accepted: 1 })
  expect(await run('1')).toMatchObject({ accepted: 0, duplicate: 1 })
})

test('L28, L31: a text file brings credit with its ids and reports for REMS, and the same rows again bring nothing', async () => {
  const isRems = { ...tools, owners: { ...owners, activityFacts: async () => remsFacts } }
  const header = `${textColumns.join(',')}\n`
  const lines = ['Add,77,ccid:lms:1,idd:acme:learner:1,Nurse', 'Add,78,ccid:lms:1,,', 'Add,79,ccid:lms:2,,']
  const text = header + lines.map((line) => line.replace(',', ',200000001,2026-06-20,Dee,09/10,ME,5,')).join('\n')
  const run = async (content: string) => {
    const batchId = await aBatch([])
    await writeFile(tools.spool.pathOf(batchId), content)
    await runBatch(batchId, isRems, never)
    return opened(batchId)
  }
  expect(await run(text)).toMatchObject({ format: 'CSV', counts: { accepted: 2, rejected: 1 } })
  expect(await counted('credit_identifier')).toBe(2)
  expect(await counted('rems_report where withdrawn_at is null')).toBe(1)
  expect(await run(text)).toMatchObject({ counts: { accepted: 0, rejected: 1, duplicate: 2 } })
  expect(await run(text.replaceAll('Add,', 'Delete,'))).toMatchObject({ counts: { accepted: 2, rejected: 1 } })
  expect(await counted('rems_report where withdrawn_at is not null')).toBe(1)
  expect(await run(text)).toMatchObject({ counts: { accepted: 2 } })
  expect(await counted('rems_report where withdrawn_at is null')).toBe(1)
})

test('a worker that is stopped between chunks is continued without losing or doubling a row', async () => {
  const batchId = await aBatch(numbers(1, 4_100))
  let chunks = 0
  const stopped = {
    ...owners,
    matchLearners: async (claims: readonly LearnerClaim[], providerId: string) => {
      chunks += 1
      if (chunks === 3) throw new Error('killed')
      return owners.matchLearners(claims, providerId)
    },
  }
  await expect(runBatch(batchId, { ...tools, owners: stopped }, never)).rejects.toThrow('killed')
  const halfway = await opened(batchId)
  expect(halfway.state).toBe('APPLYING')
  expect(halfway.appliedRows).toBeGreaterThan(0)
  expect(halfway.appliedRows).toBeLessThan(4_100)

  await runBatch(batchId, tools, never)
  expect(await opened(batchId)).toMatchObject({ state: 'DONE', appliedRows: 4_100, accepted: 4_100 })
  expect(await counted('batch_row where batch_id = ?', batchId)).toBe(4_100)
  expect(await counted('live_credit')).toBe(4_100)
})

test('two workers on one batch apply every row once', async () => {
  const batchId = await aBatch(numbers(1, 4_100))
  await Promise.all([runBatch(batchId, tools, never), runBatch(batchId, tools, never)])
  await runBatch(batchId, tools, never)
  expect(await opened(batchId)).toMatchObject({ state: 'DONE', appliedRows: 4_100, accepted: 4_100 })
  expect(await counted('live_credit')).toBe(4_100)
})

test('a dry run judges every row and records nothing', async () => {
  const batchId = await aBatch([...numbers(1, 2_100), '1'], { dryRun: true })
  await runBatch(batchId, tools, never)
  expect((await opened(batchId)).counts).toMatchObject({ accepted: 2_100, duplicate: 1 })
  expect(await counted('batch_row where batch_id = ?', batchId)).toBe(2_101)
  expect(await counted('completion where batch_id = ?', batchId)).toBe(0)
})

test('a cancelled batch stays cancelled', async () => {
  const batchId = await aBatch(numbers(1, 2_100))
  const cancelling = {
    ...owners,
    matchLearners: async (claims: readonly LearnerClaim[], providerId: string) => {
      await orm.em.fork().nativeUpdate(Batch, { batchId }, { state: BatchState.CANCELLED })
      return owners.matchLearners(claims, providerId)
    },
  }
  await runBatch(batchId, { ...tools, owners: cancelling }, never)
  expect((await opened(batchId)).state).toBe('CANCELLED')
  expect(await counted('live_credit')).toBe(0)
})

test('a batch that is cancelled while a worker takes it up stays cancelled', async () => {
  const batchId = await aBatch(numbers(1, 3))
  const running = await orm.em.fork().transactional(async (em) => {
    await em.nativeUpdate(Batch, { batchId }, { state: BatchState.CANCELLED })
    // The worker still finds it stored, and waits for this transaction when it says that it reads.
    const begun = runBatch(batchId, tools, never)
    await untilSomebodyWaits()
    return { begun }
  })
  await tools.spool.remove(batchId)
  await running.begun
  expect((await opened(batchId)).state).toBe('CANCELLED')
})

/** Until a session of this database waits for a lock that another one has. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while (!(await counted(waiting))) await sleep(20)
}

test('a file that must be refused leaves nothing behind but the reason', async () => {
  const batchId = await aBatch([])
  await runBatch(batchId, tools, never)
  expect(await opened(batchId)).toMatchObject({ state: 'REFUSED', refusal: { code: 'FILE_EMPTY' } })
  expect(await counted('batch_row where batch_id = ?', batchId)).toBe(0)
})

test('credit that is added, deleted and added again in one file counts once, and the ledger tells all of it (L37)', async () => {
  const batchId = await aBatch(['1', '-1', '1', '2', '-2'])
  await runBatch(batchId, tools, never)
  expect((await opened(batchId)).counts).toMatchObject({ accepted: 5, rejected: 0 })
  expect(await counted('live_credit')).toBe(1)
  expect(await counted('completion where batch_id = ? and version = 1', batchId)).toBe(3)
  expect(await counted(`completion where batch_id = ? and action = 'VOIDED' and parts = '{}'`, batchId)).toBe(2)
  const decisions =
    'part_decision join credit_part using (learner_id, part_id) join completion using (learner_id, completion_id)'
  expect(await counted(`${decisions} where batch_id = ? and decision = 'VOIDED'`, batchId)).toBe(2)
})

test('the ledger refuses to be changed, emptied or thinned', async () => {
  await runBatch(await aBatch(['1']), tools, never)
  const em = orm.em.fork()
  for (const table of ['completion', 'credit_part', 'part_decision']) {
    await expect(em.execute(`update ${table} set learner_id = learner_id`)).rejects.toThrow('append-only')
    await expect(em.execute(`delete from ${table}`)).rejects.toThrow('append-only')
    await expect(em.execute(`truncate ${table} cascade`)).rejects.toThrow('append-only')
  }
})
