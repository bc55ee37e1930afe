import { setTimeout as sleep } from 'node:timers/promises'
import { OneAtATime } from './one-at-a-time.js'

test('work is done one after the other, and what fails is told to its own caller alone', async () => {
  const turns = new OneAtATime()
  const told: string[] = []
  const work = (name: string, ms: number, problem?: string) => async () => {
    told.push(`${name} begins`)
    await sleep(ms)
    told.push(`${name} ends`)
    if (problem) throw new Error(problem)
    return name
  }
  const results = await Promise.allSettled([
    turns.do(work('first', 20)),
    turns.do(work('second', 10, 'no luck')),
    turns.do(work('third', 0)),
  ])
  expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends'])
  expect(results).toMatchObject([{ value: 'first' }, { reason: { message: 'no luck' } }, { value: 'third' }])
  await expect(turns.do(work('fourth', 0))).resolves.toBe('fourth')
})
