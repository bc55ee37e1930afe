import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from '../../shared/log.js'
import { keepClockRunning } from './clock-job.js'
import { RequestWorld } from './testing.js'

let world: RequestWorld
beforeAll(async () => {
  world = await RequestWorld.open()
})
afterAll(() => world.close())

test('the clock runs without anybody in two workers at once, and what was long due is done once', async () => {
  const dee = world.physician(1)
  const requestId = await dee.requests()
  const { orm } = world.ledger
  const url = orm.config.get('clientUrl') ?? ''
  const start = () => keepClockRunning(url, orm.em, world.certificates, createLog('test', 'silent'))
  const jobs = [await start(), await start()]
  while ((await dee.opens(requestId)).state !== 'ESCALATED') await sleep(100)
  await Promise.all(jobs.map((job) => job.stop()))
  const steps = await world.ledger.rows<{ kind: string; byName: string | null }>(
    'select kind, by_name as "byName" from credit_request_step where request_id = ?::uuid order by sequence',
    requestId,
  )
  expect(steps).toEqual([
    { kind: 'ASKED', byName: 'Dr. 1' },
    { kind: 'ESCALATED', byName: null },
  ])
}, 60_000)
