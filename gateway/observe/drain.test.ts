import { setTimeout as pause } from 'node:timers/promises'
import { answering, post, startTestGateway, type TestGateway } from '../testing/gateway.js'

// Set at the end too: a test that fails leaves nobody asking.
let isOver = false
let first: TestGateway
let second: TestGateway

beforeAll(async () => {
  ;[first, second] = await Promise.all([startTestGateway({ drainMs: 400 }), startTestGateway()])
})
afterAll(() => {
  isOver = true
  return second.stop()
})

const slowly =
  (name: string, ms: number) =>
  async (...exchange: Parameters<ReturnType<typeof answering>>) => {
    await pause(ms)
    await answering(200, { data: { viewer: { displayName: name } } })(...exchange)
  }
const isReady = async ({ url }: TestGateway) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

test('readiness names the subgraph that does not answer, and liveness depends on nobody', async () => {
  const before = second.subgraphs.answer
  second.subgraphs.answer = (request, response) => void response.writeHead(503).end(request.url)
  const ready = await fetch(`${second.url}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', subgraphs: { providers: 'not ready', learners: 'not ready', credits: 'not ready' } },
  ])
  expect((await fetch(`${second.url}/health/live`)).status).toBe(200)
  second.subgraphs.answer = before
})

test('whoever asks one of two gateways loses nothing while it drains', async () => {
  first.subgraphs.answer = slowly('first', 30)
  second.subgraphs.answer = slowly('second', 30)
  let target = first
  const answers: string[] = []
  const failures: unknown[] = []
  // As a balancer does: whoever is not ready is asked no more, a moment after it has said so.
  const balancer = (async () => {
    while (!isOver) {
      if (!(await isReady(first))) target = second
      await pause(50)
    }
  })()
  const caller = async () => {
    while (!isOver) {
      const answer = await post(target.url, { query: '{ viewer { displayName } }' }).catch((error: unknown) => {
        failures.push(error)
      })
      answers.push(JSON.stringify(answer?.data ?? null))
    }
  }
  const callers = Array.from({ length: 4 }, caller)
  while (answers.length < 8) await pause(10)
  await first.stop()
  const answered = answers.length
  while (answers.length < answered + 8) await pause(10)
  isOver = true
  await Promise.all([...callers, balancer])
  expect(failures).toEqual([])
  expect(new Set(answers)).toEqual(new Set(['first', 'second'].map((name) => `{"viewer":{"displayName":"${name}"}}`)))
})

test('a request that takes longer than draining is answered, and the gateway ends when it is', async () => {
  const third = await startTestGateway()
  let begun = () => {}
  const underWay = new Promise<void>((resolve) => {
    begun = resolve
  })
  third.subgraphs.answer = async (...exchange) => {
    begun()
    await slowly('third', 300)(...exchange)
  }
  const answer = post(third.url, { query: '{ viewer { displayName } }' })
  await underWay
  const stopped = third.stop()
  expect((await answer).data).toEqual({ viewer: { displayName: 'third' } })
  await stopped
  expect(await isReady(third)).toBe(false)
})
