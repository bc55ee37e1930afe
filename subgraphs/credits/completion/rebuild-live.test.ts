import { abim, LedgerWorld } from '../correction/testing/ledger-world.js'
import { rebuildLive } from './rebuild-live.js'

let world: LedgerWorld
beforeAll(async () => {
  world = await LedgerWorld.open()
})
afterAll(() => world.close())

const projection = () =>
  world.rows(`select to_jsonb(l) - 'asked_at' as part from live_credit l order by learner_id, part_id`)

test('the projection is rebuilt from the ledger, and only what was wrong is touched (I-4)', async () => {
  const { ada } = world
  const corrected = await ada.reports({ familyName: '1', moc: abim(8) })
  await world.decide(await world.livePart(corrected, 'MOC'), 'REJECTED')
  await ada.corrects(corrected, 1, { familyName: '1', credits: 5, completedOn: '2026-06-21', moc: abim(4) })
  await world.decide(await world.livePart(corrected, 'MOC'), 'REJECTED')
  await ada.voids(await ada.reports({ familyName: '2' }))
  await ada.reports({ familyName: '3', moc: abim(2) })
  await ada.reports({ familyName: '4' })
  const right = await projection()
  expect(right).toHaveLength(5)
  expect(await rebuildLive(world.orm.em.fork())).toBe(0)

  const told = async () => (await world.rows('select from outbox_event')).length
  const before = await told()
  await world.rows(`update live_credit set quarters = 400, status = 'PENDING' where kind = 'CME' and quarters = 5`)
  await world.rows(`delete from live_credit where kind = 'CME' and learner_id::text like '%3'`)
  await world.rows(
    `insert into live_credit (learner_id, part_id, completion_id, provider_id, activity_id, completed_on, kind, quarters, status,
       source, recorded_at)
     select learner_id, gen_random_uuid(), gen_random_uuid(), provider_id, activity_id, '2026-06-22', kind, 4, status, source, recorded_at
     from live_credit where learner_id::text like '%4'`,
  )
  expect(await rebuildLive(world.orm.em.fork())).toBe(3)
  expect(await projection()).toEqual(right)
  expect(await told()).toBe(before)
})
