import { codeOf } from '../../subgraphs/shared/errors.js'
import { Gate } from './gate.js'

/** Work that goes on until it is told to end; tells in which order it began. */
function works(gate: Gate) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const begin = (caller: string, name: string) =>
    gate.run(caller, async () => {
      begun.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { begun, begin, end }
}

const limits = { inFlight: 2, waiting: 4, waitingOfOne: 3, waitMs: 10_000 }

test('so much is in work at once; what waits has its turn when something ends', async () => {
  const { begun, begin, end } = works(new Gate(limits))
  const all = ['1', '2', '3'].map((name) => begin('ada', name))
  await end('')
  expect(begun).toEqual(['1', '2'])
  await end('2')
  expect(begun).toEqual(['1', '2', '3'])
  await Promise.all([end('1'), end('3'), ...all])
})

test('callers have their turn one after the other, however much one of them asks for', async () => {
  const { begun, begin, end } = works(new Gate(limits))
  const asked = [
    ['ada', 'a1'],
    ['ada', 'a2'],
    ['ada', 'a3'],
    ['ada', 'a4'],
    ['bo', 'b1'],
    ['bo', 'b2'],
  ] as const
  const all = asked.map(([caller, name]) => begin(caller, name))
  for (const name of ['a1', 'a2', 'a3', 'b1', 'a4', 'b2']) await end(name)
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'a4', 'b2'])
  await Promise.all(all)
})

test('beyond those who may wait, all together and of one caller, everything is OVERLOADED', async () => {
  const { begun, begin, end } = works(new Gate(limits))
  const all = ['1', '2', '3', '4', '5'].map((name) => begin('ada', name))
  const codeFor = (caller: string) => begin(caller, 'late').then(() => 'ran', codeOf)
  expect(await codeFor('ada')).toBe('OVERLOADED')
  const bos = begin('bo', '6')
  expect(await codeFor('bo')).toBe('OVERLOADED')
  for (const name of ['1', '2', '3', '6', '4', '5']) await end(name)
  await Promise.all([...all, bos])
  expect([...begun].sort()).toEqual(['1', '2', '3', '4', '5', '6'])
})

test('whoever has waited too long is refused, and leaves the place to others', async () => {
  const { begun, begin, end } = works(new Gate({ ...limits, inFlight: 1, waitMs: 20 }))
  const first = begin('ada', '1')
  await expect(begin('ada', '2')).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } })
  await end('1')
  await first
  const third = begin('bo', '3')
  await end('3')
  await third
  expect(begun).toEqual(['1', '3'])
})

test('work that fails leaves its place', async () => {
  const gate = new Gate({ ...limits, inFlight: 1 })
  await expect(gate.run('ada', () => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
  expect(await gate.run('ada', async () => 'done')).toBe('done')
})
