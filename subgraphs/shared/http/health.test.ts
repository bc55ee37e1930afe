import { createLog } from '../log.js'
import { answerReady } from './health.js'
import { listen } from './server.js'

test.each<[string, () => Promise<unknown>, number]>([
  ['is ready while it can serve', async () => 1, 200],
  ['is not while it cannot', () => Promise.reject(new Error('The database is gone at 127.0.0.1.')), 503],
])('a part %s', async (_, check, status) => {
  const log = createLog('test', 'silent')
  const handler = (_request: unknown, response: Parameters<typeof answerReady>[0]) => answerReady(response, check, log)
  const server = await listen({ host: '127.0.0.1', port: 0, handler })
  const answer = await fetch(`http://127.0.0.1:${server.port}`)
  expect(answer.status).toBe(status)
  expect(await answer.text()).not.toContain('127.0.0.1')
  await server.close(0)
})
