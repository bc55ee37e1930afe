import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { startBoardService } from '../scripts/board-service/board-service.js'
import { boardRoutes } from '../subgraphs/credits/board/board.route.js'
import { decideParts } from '../subgraphs/credits/board/decide-parts.js'
import { findBacklogs } from '../subgraphs/credits/board/webhook/board-link.query.js'
import { BoardWebhooks } from '../subgraphs/credits/board/webhook/board-webhooks.js'
import { callBoards } from '../subgraphs/credits/board/webhook/call-boards.js'
import { type DeliveryPolicy, deliveryPolicy } from '../subgraphs/credits/board/webhook/delivery-policy.js'
import { WebhookKeys } from '../subgraphs/credits/board/webhook/webhook-keys.js'
import { CompletionSource } from '../subgraphs/credits/completion/completion.js'
import type { CreditsContext } from '../subgraphs/credits/context.js'
import { findMiscounts } from '../subgraphs/credits/count/recount-credit.js'
import { recordVerdicts } from '../subgraphs/credits/derived/record-verdicts.js'
import { creditsOrm } from '../subgraphs/credits/orm.js'
import type { AwardedPart } from '../subgraphs/credits/record/verdict.js'
import { record } from '../subgraphs/credits/transcript/testing/ledger.js'
import type { CertifyingBoardCode } from '../subgraphs/reference/certifying-boards.js'
import { answerFile } from '../subgraphs/shared/http/file-routes.js'
import { OutsideCaller } from '../subgraphs/shared/http/outside-caller.js'
import { sendError } from '../subgraphs/shared/http/send.js'
import { listen, type RunningServer } from '../subgraphs/shared/http/server.js'
import { createLog } from '../subgraphs/shared/log.js'
import type { Part } from '../subgraphs/shared/part.js'
import { migrate } from '../subgraphs/shared/postgres/migrate.js'
import { RowOutcome } from '../subgraphs/shared/upload/upload-enums.js'
import { type FreshDatabase, freshDatabase } from './setup/postgres.js'

const log = createLog('test', process.env.TL ?? 'silent')
const loopback = '127.0.0.1/32'
const hasty: DeliveryPolicy = {
  ...deliveryPolicy,
  firstRetryMs: 100,
  longestRetryMs: 200,
  longestRestMs: 200,
  pollMs: 50,
}

let database: FreshDatabase
let orm: MikroORM
let folder: string
let keys: WebhookKeys
let standIn: Part
let platform: RunningServer
const caller = new OutsideCaller({ ...hasty, timeoutMs: 3_000 }, loopback)

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-boards-'))
  keys = await WebhookKeys.open(folder)
  platform = await listen({
    host: '127.0.0.1',
    port: 0,
    handler: async (request, response) => {
      const boardLine = { webhooks: new BoardWebhooks(standInUrl()), keys, caller }
      const context = { em: orm.em.fork(), boardLine } as unknown as CreditsContext
      await answerFile(boardRoutes, context, request, response).catch((error) => sendError(response, error, log))
    },
  })
  standIn = await startStandIn()
})
afterAll(async () => {
  expect(await findMiscounts(orm.em.fork())).toEqual([])
  await Promise.all([standIn.stop(), platform.close(), caller.close()])
  await orm.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const startStandIn = (port = 0) =>
  startBoardService({
    host: '127.0.0.1',
    port,
    keysDir: folder,
    platformUrl: `http://127.0.0.1:${platform.port}`,
    lateMs: 200,
    downMs: 500,
    log,
  })
const standInUrl = () => `http://127.0.0.1:${standIn.port}`

/** Calls boards, as a worker does, while something happens. */
async function whileCalling<Result>(during: () => Promise<Result>, policy = hasty): Promise<Result> {
  const stopping = new AbortController()
  const line = { webhooks: new BoardWebhooks(standInUrl()), keys, caller }
  const calling = callBoards(orm.em, line, log, stopping.signal, policy)
  try {
    return await during()
  } finally {
    stopping.abort()
    await calling
  }
}

const reports = async (points: number, board: CertifyingBoardCode = 'ABPATH'): Promise<AwardedPart> => {
  const moc = { board, points, status: 'PENDING' as const, lines: [['LL', points] as ['LL', number]] }
  const [part] = await record(orm.em.fork(), {
    learnerId: v7(),
    activityId: '200000001',
    completedOn: '2026-06-20',
    moc,
  })
  if (!part) throw new Error('Nothing was recorded.')
  return part
}

interface Stands {
  status: string | null
  reasonCode: string | null
  decisions: string
  deliveries: string
  cme: number | null
}

async function stands({ learnerId, partId }: AwardedPart): Promise<Stands> {
  const [row] = await orm.em.fork().execute<Stands[]>(
    `select
       (select status from live_credit where part_id = p.part_id) as status,
       (select reason_code from live_credit where part_id = p.part_id) as "reasonCode",
       (select string_agg(decision, ' ' order by sequence) from part_decision d where d.part_id = p.part_id) as decisions,
       coalesce((select string_agg(kind || ' ' || state, ', ' order by created_at) from board_delivery b where b.part_id = p.part_id), '') as deliveries,
       (select sum(quarters)::int from live_credit c where c.learner_id = p.learner_id and c.kind = 'CME') as cme
     from credit_part p where learner_id = ?::uuid and part_id = ?::uuid`,
    [learnerId, partId],
  )
  if (!row) throw new Error('The part is not in the ledger.')
  return row
}

/** How the part stands, as soon as it stands so. */
async function becomes(part: AwardedPart, wanted: Partial<Stands>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const now = await stands(part)
    if (Object.entries(wanted).every(([name, value]) => now[name as keyof Stands] === value)) return
    await sleep(25)
  }
  expect(await stands(part)).toMatchObject(wanted)
}

const withdraw = (part: AwardedPart) =>
  orm.em.fork().transactional((em) =>
    recordVerdicts(
      em,
      [
        {
          rowNumber: 3,
          cells: {},
          outcome: RowOutcome.ACCEPTED,
          issues: [],
          learnerId: part.learnerId,
          completionId: part.completionId,
          awarded: [],
          voided: [part],
        },
      ],
      { providerId: '0008273', source: CompletionSource.FILE, batchId: v7(), submittedBy: 'ada' },
    ),
  )

describe('a board that answers', () => {
  test('5.12: accepts, and CME credit follows at once', () =>
    whileCalling(async () => {
      const part = await reports(5)
      await becomes(part, {
        status: 'ACCEPTED',
        decisions: 'PENDING ACCEPTED',
        deliveries: 'DECIDE DELIVERED',
        cme: 20,
      })
    }))

  test.each([
    [0.25, 'BOARD_ID_UNKNOWN'],
    [3.25, 'CREDIT_TYPE_WRONG'],
    [8.25, 'OTHER'],
  ])('S20: rejects %d points because of %s, and nothing follows', (points, reasonCode) =>
    whileCalling(async () => {
      const part = await reports(points)
      await becomes(part, { status: 'REJECTED', reasonCode, decisions: 'PENDING REJECTED', cme: null })
    }),
  )

  test('S20: rejected points are corrected, asked about again and accepted', () =>
    whileCalling(async () => {
      const wrong = await reports(4.25)
      await becomes(wrong, { status: 'REJECTED', reasonCode: 'POINTS_TOO_HIGH' })
      await withdraw(wrong)
      const moc = { board: 'ABPATH' as const, points: 4, status: 'PENDING' as const }
      const place = { learnerId: wrong.learnerId, activityId: '200000001', completedOn: '2026-06-20' }
      const [right] = await record(orm.em.fork(), { ...place, moc })
      await becomes(right as AwardedPart, { status: 'ACCEPTED', cme: 16 })
      await becomes(wrong, { status: null, decisions: 'PENDING REJECTED VOIDED' })
    }))

  test('is late, and answers by its own signed call', () =>
    whileCalling(async () => {
      const part = await reports(0.75)
      await becomes(part, { status: 'PENDING', deliveries: 'DECIDE DELIVERED' })
      await becomes(part, { status: 'ACCEPTED', decisions: 'PENDING ACCEPTED', cme: 3 })
    }))

  test('I-8: answers twice, and one credit follows', () =>
    whileCalling(async () => {
      const part = await reports(1.75)
      await becomes(part, { status: 'ACCEPTED' })
      await sleep(600)
      await becomes(part, { status: 'ACCEPTED', decisions: 'PENDING ACCEPTED', cme: 7 })
    }))

  test('I-5: contradicts itself, and its first answer stands', () =>
    whileCalling(async () => {
      const part = await reports(2.75)
      await becomes(part, { status: 'ACCEPTED' })
      await sleep(600)
      await becomes(part, { status: 'ACCEPTED', decisions: 'PENDING ACCEPTED', cme: 11 })
    }))

  test('sends something that is no answer, and is asked again', () =>
    whileCalling(async () => {
      const part = await reports(4.75)
      await becomes(part, { status: 'ACCEPTED', deliveries: 'DECIDE DELIVERED' })
    }))

  test('L38: hears of points that it had accepted and the provider takes back', () =>
    whileCalling(async () => {
      const part = await reports(6)
      await becomes(part, { status: 'ACCEPTED', cme: 24 })
      await withdraw(part)
      await becomes(part, { status: null, cme: null, deliveries: 'DECIDE DELIVERED, WITHDRAWN DELIVERED' })
    }))
})

describe('a board that is not there', () => {
  test('goes down, keeps no other board waiting, and is asked again when it is back', () =>
    whileCalling(async () => {
      const [down, other] = [await reports(3.75, 'ABOS'), await reports(2, 'ABTS')]
      await becomes(other, { status: 'ACCEPTED' })
      await becomes(down, { status: 'ACCEPTED', deliveries: 'DECIDE DELIVERED' })
      const [row] = await orm.em
        .fork()
        .execute<{ attempts: number }[]>('select attempts from board_delivery where part_id = ?::uuid', [down.partId])
      expect(row?.attempts).toBeGreaterThan(1)
    }))

  test('is silent for days: its notices are given up, the operator sees it, and can send them again', async () => {
    const port = standIn.port
    await standIn.stop()
    const part = await reports(3, 'ABOHNS')
    await whileCalling(() => becomes(part, { deliveries: 'DECIDE DEAD' }), { ...hasty, givenUpAfterMs: 0 })
    const backlog = (await findBacklogs(orm.em.fork())).find(({ board }) => board === 'ABOHNS')
    expect(backlog).toMatchObject({
      unanswered: 1,
      givenUp: 1,
      overdue: 0,
      problem: expect.stringContaining('ECONNREFUSED'),
    })
    standIn = await startStandIn(port)
    await orm.em
      .fork()
      .execute(`update board_delivery set state = 'WAITING', due_at = now() where board_code = 'ABOHNS'`)
    await whileCalling(() => becomes(part, { status: 'ACCEPTED' }))
  })

  test('5.12: what waits longer than 24 hours is overdue', async () => {
    const part = await reports(9, 'ABIM')
    await orm.em
      .fork()
      .execute(`update live_credit set asked_at = now() - interval '25 hours' where part_id = ?::uuid`, [part.partId])
    const backlog = (await findBacklogs(orm.em.fork())).find(({ board }) => board === 'ABIM')
    expect(backlog).toMatchObject({ overdue: 1 })
  })
})

describe('answers that change nothing', () => {
  const answer = (partId: string, boardCode = 'ABPATH') =>
    decideParts(orm.em.fork(), [{ partId, decision: 'ACCEPTED' }], { boardCode, decidedBy: 'cam' })

  test('L39: for points that were withdrawn', async () => {
    const part = await reports(5)
    await withdraw(part)
    expect(await answer(part.partId)).toEqual([{ partId: part.partId, outcome: 'WITHDRAWN' }])
  })

  test.each([
    ['nobody knows', async () => v7()],
    ['are another board’s (V02)', async () => (await reports(5, 'ABS')).partId],
    ['have no id', async () => 'x'],
  ])('for points that %s', async (_, partId) => {
    expect((await answer(await partId()))[0]?.outcome).toBe('UNKNOWN')
  })

  test('each of many stands alone, and the same list again changes nothing', async () => {
    const [one, two] = [await reports(5), await reports(6)]
    const answers = [
      { partId: one.partId, decision: 'ACCEPTED' as const },
      { partId: two.partId, decision: 'REJECTED' as const },
      { partId: two.partId, decision: 'REJECTED' as const, reasonCode: 'NAME_DIFFERS' as const },
      { partId: one.partId, decision: 'REJECTED' as const, reason: 'No.' },
      { partId: v7(), decision: 'ACCEPTED' as const },
    ]
    const answerer = { boardCode: 'ABPATH', decidedBy: 'cam' }
    const outcomes = async () =>
      (await decideParts(orm.em.fork(), answers, answerer)).map(({ outcome }) => outcome).join(' ')
    expect(await outcomes()).toBe('RECORDED NO_REASON RECORDED CONTRADICTION UNKNOWN')
    expect(await outcomes()).toBe('UNCHANGED UNCHANGED UNCHANGED CONTRADICTION UNKNOWN')
  })
})

describe('signed answers', () => {
  const call = async (partId: string, at: Date, spoil: (body: string) => string = (body) => body, board = 'ABPATH') => {
    const body = JSON.stringify({ answers: [{ partId, decision: 'ACCEPTED' }] })
    const response = await fetch(`http://127.0.0.1:${platform.port}/boards/ABPATH/answers`, {
      method: 'PUT',
      headers: keys.sign(board, 1, v7(), at, body),
      body: spoil(body),
    })
    return response.status
  }
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

  test('are taken, and refused where anything about them is not right', async () => {
    const part = await reports(5)
    expect(await call(part.partId, minutesAgo(6))).toBe(401)
    expect(await call(part.partId, minutesAgo(-6))).toBe(401)
    expect(await call(part.partId, new Date(), (body) => `${body} `)).toBe(401)
    expect(await call(part.partId, new Date(), undefined, 'ABS')).toBe(401)
    await becomes(part, { status: 'PENDING' })
    expect(await call(part.partId, minutesAgo(4))).toBe(200)
    await becomes(part, { status: 'ACCEPTED' })
  })

  test('the stand-in refuses what we have not signed, or have signed too long ago', async () => {
    const post = (headers: Record<string, string>, body = '{}') =>
      fetch(`${standInUrl()}/boards/ABP`, { method: 'POST', headers, body }).then(({ status }) => status)
    expect(await post({})).toBe(401)
    expect(await post(keys.sign('ABP', 1, v7(), minutesAgo(6), '{}'))).toBe(401)
    expect(await post(keys.sign('ABS', 1, v7(), new Date(), '{}'))).toBe(401)
  })
})

describe('a worker that is killed', () => {
  test('I-6, I-8: kill -9 in between loses no question and doubles no credit', async () => {
    const parts = await Promise.all(Array.from({ length: 20 }, () => reports(3, 'ABPMR')))
    // Leases of killed workers run out at once here, and not after a minute.
    const forget = () =>
      orm.em.fork().execute(`update board_delivery set due_at = now() where state = 'WAITING' and board_code = 'ABPMR'`)
    const answered = async () => {
      const [row] = await orm.em
        .fork()
        .execute<{ answered: number }[]>(
          `select count(*)::int as answered from live_credit where board_code = 'ABPMR' and status = 'ACCEPTED'`,
        )
      return row?.answered ?? 0
    }
    // The last worker is let alone until everything is answered.
    for (let lives = 3; lives > 0; lives--) {
      const worker = startWorker()
      const enough = lives > 1 ? (await answered()) + 1 : parts.length
      for (let look = 0; (await answered()) < enough && look < 1_000; look++) await sleep(25)
      const ended = once(worker, 'exit')
      worker.kill('SIGKILL')
      await ended
      await forget()
    }
    for (const part of parts) {
      expect(await stands(part)).toMatchObject({ status: 'ACCEPTED', decisions: 'PENDING ACCEPTED', cme: 12 })
    }
  }, 120_000)
})

function startWorker(): ChildProcess {
  return spawn(process.execPath, ['dist/scripts/supervisor/part-process.js', 'subgraphs/credits/worker-main.js'], {
    env: {
      ...process.env,
      DATABASE_URL_CREDITS: database.url,
      DATA_DIR: folder,
      KEYS_DIR: folder,
      BOARD_SERVICE_URL: standInUrl(),
      WEBHOOK_ALLOW_CIDRS: loopback,
      PROVIDERS_URL: 'http://127.0.0.1:9/graphql',
      LEARNERS_URL: 'http://127.0.0.1:9/graphql',
      LOG_LEVEL: process.env.TL ?? 'silent',
    },
    stdio: 'ignore',
  })
}
