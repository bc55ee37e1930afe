import { readAhead } from './read-ahead.js'

async function* counted(steps: string[], failsAt = Number.POSITIVE_INFINITY) {
  try {
    for (let item = 1; item <= 3; item += 1) {
      if (item === failsAt) throw new Error(`no ${item}`)
      steps.push(`read ${item}`)
      yield item
    }
  } finally {
    steps.push('closed')
  }
}

async function work(source: AsyncIterable<number>, steps: string[], leavesAfter = 3): Promise<void> {
  for await (const item of readAhead(source)) {
    await new Promise(setImmediate)
    steps.push(`done ${item}`)
    if (item === leavesAfter) return
  }
}

test('the next item is read while its reader works on the one before, and none beyond it', async () => {
  const steps: string[] = []
  await work(counted(steps), steps)
  expect(steps).toEqual(['read 1', 'read 2', 'done 1', 'read 3', 'done 2', 'closed', 'done 3'])
})

test('whoever leaves early closes the source', async () => {
  const steps: string[] = []
  await work(counted(steps), steps, 1)
  expect(steps).toEqual(['read 1', 'read 2', 'done 1', 'closed'])
})

test('a source that fails is heard of behind the items before it', async () => {
  const steps: string[] = []
  await expect(work(counted(steps, 3), steps)).rejects.toThrow('no 3')
  expect(steps).toEqual(['read 1', 'read 2', 'done 1', 'closed', 'done 2'])
})
