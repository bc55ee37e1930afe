import { hash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace'
import type { RunningServer } from '../../subgraphs/shared/http/server.js'
import { createLog } from '../../subgraphs/shared/log.js'
import { serveMetrics } from '../../subgraphs/shared/observe/start-observing.js'
import { traceInto } from '../../subgraphs/shared/observe/testing/trace-into.js'
import { thresholds } from '../../subgraphs/shared/observe/thresholds.js'
import { watchServer } from '../../subgraphs/shared/observe/watch-server.js'
import { createOrm } from '../../subgraphs/shared/postgres/orm.js'
import { JobQueue } from '../../subgraphs/shared/queue/job-queue.js'
import { type FreshDatabase, freshDatabase } from '../../test/setup/postgres.js'
import { answering, startTestGateway, type TestGateway } from '../testing/gateway.js'

interface Line {
  part: string
  msg: string
  requestId?: string
  traceId?: string
}

const caller = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
const traceparent = `00-${caller.traceId}-${caller.spanId}-01`
const hour = 3_600_000
const lines: Line[] = []
const logOf = (part: string) => createLog(part, 'debug', { write: (text) => void lines.push(JSON.parse(text)) })
const exporter = new InMemorySpanExporter()

let stopTracing: () => Promise<void>
let database: FreshDatabase
let orm: MikroORM
let queue: JobQueue
let gateway: TestGateway
let metrics: RunningServer

beforeAll(async () => {
  // However slow the machine is, nothing is slow unless a test says so.
  Object.assign(thresholds, { operationMs: hour, statementMs: hour })
  stopTracing = traceInto(exporter)
  database = await freshDatabase('watched')
  orm = await createOrm({ url: database.url, entities: [], migrations: [] })
  queue = await JobQueue.open('things', database.url, logOf('worker'), 'WORKER')
  const workerLog = logOf('worker')
  await queue.work(async () => {
    workerLog.info('thing done')
  })
  gateway = await startTestGateway({ log: logOf('gateway') })
  metrics = await serveMetrics({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await metrics.close(0)
  await gateway.stop()
  await queue.close()
  await orm.close()
  await database.drop()
  await stopTracing()
})
beforeEach(() => {
  lines.length = 0
  exporter.reset()
})

const whoAmI = 'query WhoAmI { viewer { displayName } }'

/** Ada asks for her name, for which a subgraph of ours runs a statement and leaves a job behind; ends when that is done. */
async function adaAsks(headers: Record<string, string> = {}): Promise<Response> {
  const log = logOf('learners')
  const answer = answering(200, { data: { viewer: { displayName: 'Ada' } } })
  gateway.subgraphs.answer = watchServer(
    { part: 'learners', log, believes: () => true, isInternal: true },
    async (request, response) => {
      await orm.em.fork().execute(`select 'Ada' as display_name where 'Marchetti' = ?`, ['Marchetti'])
      await orm.em.fork().transactional((em) => queue.add(em, 'a-thing', 'a-group'))
      log.info('looked up')
      await answer(request, response)
    },
  )
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: whoAmI }),
  })
  await response.text()
  const id = response.headers.get('x-request-id')
  const hasEnded = ({ msg, requestId }: Line) => requestId === id && (msg === 'ended' || msg === 'slow')
  while (lines.filter(hasEnded).length < 3) await pause(10)
  return response
}

test('one id goes from the caller to the log lines of gateway, subgraph and worker, and back', async () => {
  const id = randomUUID()
  const response = await adaAsks({ 'x-request-id': id })
  expect(response.headers.get('x-request-id')).toBe(id)
  const told = lines.filter(({ requestId }) => requestId === id).map(({ part, msg }) => `${part}: ${msg}`)
  expect(told).toEqual(
    expect.arrayContaining(['gateway: ended', 'learners: looked up', 'learners: ended', 'worker: thing done']),
  )
})

test('every answer has an id of its own, those of pages and refusals too', async () => {
  const answers = await Promise.all(
    ['/', '/nowhere', '/health/live', '/graphql', '/api/nothing'].map((path) => fetch(gateway.url + path)),
  )
  const ids = answers.map(({ headers }) => headers.get('x-request-id'))
  expect(new Set(ids).size).toBe(5)
  expect(ids).not.toContain(null)
})

test('a trace goes from the caller through gateway and subgraph to statement and job', async () => {
  await adaAsks({ traceparent })
  const spans = exporter.getFinishedSpans()
  const named = (name: string, part?: string) => {
    const found = spans.find((span) => span.name === name && (!part || span.attributes['creditgraph.part'] === part))
    if (!found) throw new Error(`${name} is not among ${spans.map((span) => span.name).join(', ')}.`)
    return found
  }
  const chain = [named('ad hoc', 'gateway'), named('fetch learners'), named('ad hoc', 'learners'), named('sql select')]
  expect(chain.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
    caller.spanId,
    ...chain.slice(0, 3).map((span) => span.spanContext().spanId),
  ])
  expect(spans.every((span) => span.spanContext().traceId === caller.traceId)).toBe(true)
  expect(named('job things').parentSpanContext?.spanId).toBe(named('ad hoc', 'learners').spanContext().spanId)
  const ofRequests = lines.filter(({ requestId }) => requestId !== undefined)
  expect(new Set(ofRequests.map(({ traceId }) => traceId))).toEqual(new Set([caller.traceId]))
})

test('a file that goes through the gateway takes the trace along', async () => {
  let heard: unknown
  gateway.subgraphs.answer = (request, response) => {
    heard = request.headers.traceparent
    response.end()
  }
  await (await fetch(`${gateway.url}/templates/x.csv`, { headers: { traceparent } })).text()
  expect(heard).toMatch(new RegExp(`^00-${caller.traceId}-[0-9a-f]{16}-01$`))
  expect(heard).not.toBe(traceparent)
})

test('whoever asks only whether we run leaves no trace', async () => {
  await (await fetch(`${gateway.url}/health/ready`, { headers: { traceparent } })).text()
  expect(exporter.getFinishedSpans()).toEqual([])
})

test('a trace has names and codes of ours in it, and nobody’s data', async () => {
  await adaAsks()
  const spans = exporter.getFinishedSpans()
  expect(new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)))).toEqual(
    new Set([
      'creditgraph.part',
      'creditgraph.request_id',
      'graphql.operation.name',
      'http.response.status_code',
      'db.system.name',
      'db.namespace',
      'db.query.text',
    ]),
  )
  expect(JSON.stringify(spans.map(told))).not.toMatch(/Ada|Marchetti|WhoAmI/)
})

const told = ({ name, attributes, events, status }: ReadableSpan) => ({ name, attributes, events, status })

test('a slow operation is logged once, with its hash and what it has asked of whom', async () => {
  Object.assign(thresholds, { operationMs: 0 })
  try {
    await adaAsks()
  } finally {
    Object.assign(thresholds, { operationMs: hour })
  }
  const slow = lines.filter(({ part, msg }) => part === 'gateway' && msg === 'slow')
  expect(slow).toEqual([
    expect.objectContaining({
      operation: 'ad hoc',
      operationId: hash('sha256', whoAmI),
      fetches: [{ subgraph: 'learners', ms: expect.any(Number), isFailure: false }],
      statements: [],
    }),
  ])
})

test('a caller that does not want its trace kept has none', async () => {
  await adaAsks({ traceparent: `00-${caller.traceId}-${caller.spanId}-00` })
  expect(exporter.getFinishedSpans()).toEqual([])
})

test('metrics tell of operations, fetches, circuits, jobs, statements and the process', async () => {
  await adaAsks()
  const address = `http://127.0.0.1:${metrics.port}`
  const text = await (await fetch(`${address}/metrics`)).text()
  const names = [
    'creditgraph_operation_seconds_count{part="gateway",operation="ad hoc"}',
    'creditgraph_operation_seconds_count{part="learners",operation="ad hoc"}',
    'creditgraph_http_requests_total{part="gateway",status="200"}',
    'creditgraph_fetch_seconds_count{subgraph="learners"}',
    'creditgraph_circuit_open{subgraph="providers"} 0',
    'creditgraph_queue_jobs{queue="things",state="waiting"}',
    'creditgraph_job_seconds_count{queue="things",outcome="done"}',
    'creditgraph_sql_seconds_count{database="',
    'creditgraph_pool_connections{database="',
    'nodejs_eventloop_lag_seconds',
    'process_resident_memory_bytes',
  ]
  expect(names.filter((name) => !text.includes(name))).toEqual([])
  expect(text).not.toMatch(/WhoAmI|Ada/)
  expect((await fetch(`${address}/`)).status).toBe(404)
  expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404)
})
