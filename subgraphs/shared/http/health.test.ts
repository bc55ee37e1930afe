import { createLog } from '../log.js'
import { Readiness } from './health.js'
import { listen } from './server.js'

const log = createLog('test', 'silent')

/** What a part answers to whoever asks whether it is ready. */
async function answerOf(readiness: Readiness) {
  const handler = (_request: unknown, response: Parameters<Readiness['answer']>[0]) => readiness.answer(response)
  const server = await listen({ host: '127.0.0.1', port: 0, handler })
  const answer = await fetch(`http://127.0.0.1:${server.port}`)
  const body = await answer.text()
  await server.close(0)
  return { status: answer.status, body }
}

test.each<[string, () => Promise<object | undefined>, number, object]>([
  ['is ready while it can serve', async () => undefined, 200, { status: 'ready' }],
  ['tells what it knows besides', async () => ({ subgraphs: {} }), 200, { status: 'ready', subgraphs: {} }],
  [
    'is not while it cannot',
    () => Promise.reject(new Error('The database is gone at 127.0.0.1.')),
    503,
    { status: 'not ready' },
  ],
])('a part %s', async (_, check, status, body) => {
  const answer = await answerOf(new Readiness(check, log))
  expect([answer.status, JSON.parse(answer.body)]).toEqual([status, body])
})

test('a part that drains is not ready, although it can serve', async () => {
  const readiness = new Readiness(async () => undefined, log)
  readiness.drain()
  expect(await answerOf(readiness)).toEqual({ status: 503, body: '{"status":"draining"}' })
})
