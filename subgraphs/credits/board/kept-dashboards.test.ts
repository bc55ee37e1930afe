import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Board } from './board.js'
import { KeptDashboards } from './kept-dashboards.js'

const em = { fork: () => em } as EntityManager
const limits = { quickMs: 20, times: 1_000, mostMs: 60_000 }

/** Dashboards whose sums take so long, and say how often they were added up. */
function dashboards(tookMs: number, more: Partial<typeof limits> = {}) {
  let credits = 0
  const world = { tookMs, fails: false }
  const find = async () => {
    credits += 1
    const own = credits
    await sleep(world.tookMs)
    if (world.fails) throw new Error('The database does not answer.')
    return {
      board: {} as Board,
      from: '',
      to: '',
      licensees: 0,
      licenseesWithCredit: 0,
      completions: 0,
      byMonth: [],
      credits: own,
    }
  }
  const kept = new KeptDashboards(em, () => new Date('2026-06-30T12:00:00Z'), find, { ...limits, ...more })
  const ask = async (board = 'CA-MD', from = '2026-01-01') => (await kept.of(board, from, '2026-12-31')).credits
  return { ask, kept, world }
}

test('sums that are added up quickly are always new', async () => {
  const { ask } = dashboards(0, { quickMs: 10_000 })
  expect([await ask(), await ask(), ...(await Promise.all([ask(), ask()]))]).toEqual([1, 2, 3, 4])
})

test('sums that take long are shared, by board and period, and say when they were true', async () => {
  const { ask, kept } = dashboards(60)
  expect(await ask()).toBe(1)
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
  expect(await ask('CA-MD', '2025-01-01')).toBe(2)
  expect(await ask('NY-MD')).toBe(3)
  expect((await kept.of('CA-MD', '2026-01-01', '2026-12-31')).asOf).toEqual(new Date('2026-06-30T12:00:00Z'))
})

test('once they are too old, one adds them up anew for all who ask meanwhile', async () => {
  const { ask } = dashboards(60, { mostMs: 1 })
  await ask()
  await sleep(5)
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([2, 2, 2])
})

test('what fails is told to those who waited for it, and to nobody else', async () => {
  const { ask, world } = dashboards(60, { mostMs: 1 })
  await ask()
  await sleep(5)
  world.fails = true
  const asked = await Promise.allSettled([ask(), ask()])
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  world.fails = false
  expect(await ask()).toBe(3)
})
