import { inTurns } from './in-turns.js'

test.each([
  ['long ones by turns', 3, [1, 2, 'other', 3, 4]],
  ['short ones at once', 1, [1, 2, 3, 4, 'other']],
])('other work is done between items: %s', async (_, msOfItem, expected) => {
  const done: unknown[] = []
  const other = new Promise<void>((resolve) => {
    setImmediate(() => {
      done.push('other')
      resolve()
    })
  })
  let clock = 0
  const work = (item: number) => {
    clock += msOfItem
    done.push(item)
    return item * 10
  }
  expect(await inTurns([1, 2, 3, 4], work, () => clock)).toEqual([10, 20, 30, 40])
  await other
  expect(done).toEqual(expected)
})
