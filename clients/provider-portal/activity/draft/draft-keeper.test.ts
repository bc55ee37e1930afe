import { DraftKeeper, type SaveAnswer, type Saved } from './draft-keeper'

interface Values {
  title: string
  credits: number | null
}
const found: Saved<Values> = { values: { title: 'Grand Rounds', credits: 1 }, version: 3 }
const offline = { kind: 'PROBLEM', problem: { kind: 'OFFLINE', message: 'CreditGraph cannot be reached.' } } as const
const savedAs = (part: Partial<Values>, version: number): SaveAnswer<Values> => ({
  kind: 'SAVED',
  saved: { values: { ...found.values, ...part }, version: version + 1 },
})

function aShelf() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
    removeItem: (key: string) => void items.delete(key),
    items,
  }
}

type Save = (part: Partial<Values>, version: number) => Promise<SaveAnswer<Values>>

function aKeeper(answer: Save, shelf = aShelf()) {
  const save = (part: Partial<Values>, { version }: Saved<Values>) => answer(part, version)
  const keeper = new DraftKeeper<Values>({ key: 'draft', saved: found, save, shelf, delayMs: 60_000, retryMs: 60_000 })
  return { keeper, shelf }
}

test('what Ada types is shown at once and saved when she pauses', async () => {
  const sent: unknown[] = []
  const { keeper, shelf } = aKeeper(async (part, version) => {
    sent.push([part, version])
    return savedAs(part, version)
  })
  keeper.change({ title: 'Rounds' })
  expect(keeper.state()).toMatchObject({ values: { title: 'Rounds', credits: 1 }, standing: 'CHANGED' })
  expect(await keeper.flush()).toBe(true)
  expect(sent).toEqual([[{ title: 'Rounds' }, 3]])
  expect(keeper.state()).toMatchObject({ values: { title: 'Rounds' }, version: 4, standing: 'SAVED' })
  expect(shelf.items.size).toBe(0)
})

test('without a connection it stays on the device, and the next visit takes it up', async () => {
  const { keeper, shelf } = aKeeper(async () => offline)
  keeper.change({ credits: 2 })
  expect(await keeper.flush()).toBe(false)
  expect(keeper.state().standing).toBe('OFFLINE')

  const { keeper: later } = aKeeper(async (part, version) => savedAs(part, version), shelf)
  expect(later.state()).toMatchObject({ values: { credits: 2 }, standing: 'CHANGED' })
  expect(await later.flush()).toBe(true)
  expect(later.state().standing).toBe('SAVED')
})

test('what Bo changed elsewhere in the record goes side by side with it', async () => {
  let version = 5
  const { keeper } = aKeeper(async (part, base) => {
    if (base < version) {
      return { kind: 'OVERTAKEN', saved: { values: { title: 'Grand Rounds', credits: 8 }, version } }
    }
    version += 1
    return { kind: 'SAVED', saved: { values: { title: 'Grand Rounds', credits: 8, ...part }, version } }
  })
  keeper.change({ title: 'Rounds' })
  await keeper.flush()
  expect(keeper.state()).toMatchObject({ clashes: [], values: { title: 'Rounds', credits: 8 } })
  expect(await keeper.flush()).toBe(true)
})

test.each([
  ['MINE', 'Mine', [{ title: 'Mine' }]],
  ['THEIRS', 'Theirs', []],
] as const)('the same field of both: she keeps %s', async (keep, title, sentLater) => {
  const sent: unknown[] = []
  const { keeper } = aKeeper(async (part, base) => {
    if (base < 4) {
      return { kind: 'OVERTAKEN', saved: { values: { title: 'Theirs', credits: 1 }, version: 4, by: 'Bo, 10:32' } }
    }
    sent.push(part)
    return savedAs(part, base)
  })
  keeper.change({ title: 'Mine' })
  await keeper.flush()
  expect(keeper.state()).toMatchObject({
    standing: 'CLASH',
    clashes: [{ field: 'title', mine: 'Mine', theirs: 'Theirs' }],
    clashBy: 'Bo, 10:32',
  })
  expect(await keeper.flush()).toBe(false)
  keeper.decide('title', keep)
  await keeper.flush()
  expect(keeper.state().values.title).toBe(title)
  expect(sent).toEqual(sentLater)
})

test('what is typed while it is being saved is saved next', async () => {
  const sent: unknown[] = []
  const { keeper } = aKeeper(async (part, version) => {
    if (sent.length === 0) keeper.change({ title: 'Rounds 2' })
    sent.push(part)
    return savedAs(part, version)
  })
  keeper.change({ title: 'Rounds' })
  expect(await keeper.flush()).toBe(false)
  expect(await keeper.flush()).toBe(true)
  expect(sent).toEqual([{ title: 'Rounds' }, { title: 'Rounds 2' }])
})

test('what the server tidies stays as typed, until somebody else changes it', async () => {
  const { keeper } = aKeeper(async (part, version) => savedAs({ ...part, title: part.title?.trim() }, version))
  keeper.change({ title: 'Rounds ' })
  await keeper.flush()
  expect(keeper.state()).toMatchObject({ standing: 'SAVED', values: { title: 'Rounds ' } })
  keeper.adopt({ values: { title: 'Theirs', credits: 1 }, version: 9 })
  expect(keeper.state().values.title).toBe('Theirs')
})

test('a field that is refused does not hold up the others', async () => {
  const sent: unknown[] = []
  const { keeper } = aKeeper(async (part, version) => {
    sent.push(part)
    if (part.credits === 0.3) {
      return { kind: 'PROBLEM', problem: { kind: 'REFUSED', message: '0.3 is no credit.' }, fields: ['credits'] }
    }
    return savedAs(part, version)
  })
  keeper.change({ title: 'Rounds', credits: 0.3 })
  await keeper.flush()
  await keeper.flush()
  expect(keeper.state()).toMatchObject({ standing: 'REFUSED', values: { title: 'Rounds', credits: 0.3 } })
  expect(sent).toEqual([{ title: 'Rounds', credits: 0.3 }, { title: 'Rounds' }])
  keeper.change({ credits: 0.25 })
  expect(await keeper.flush()).toBe(true)
})
