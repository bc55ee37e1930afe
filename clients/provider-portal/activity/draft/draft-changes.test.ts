import { changed, clashes, isEmpty, noChanges, rebased, without } from './draft-changes'

interface Values {
  title: string
  credits: number | null
  tags: string[]
}
const found: Values = { title: 'Grand Rounds', credits: 1, tags: ['C23'] }

test('a change remembers what it found', () => {
  const changes = changed(noChanges<Values>(), found, { title: 'Rounds' })
  expect(changed(changes, found, { title: 'Rounds 2026' })).toEqual({
    before: { title: 'Grand Rounds' },
    after: { title: 'Rounds 2026' },
  })
})

test('what is typed back is no change', () => {
  const changes = changed(noChanges<Values>(), found, { tags: ['C23', 'C24'] })
  expect(isEmpty(changed(changes, found, { tags: ['C23'] }))).toBe(true)
})

test('what was changed again while it was sent stays to be saved', () => {
  const changes = { before: { title: 'a', credits: 1 }, after: { title: 'abc', credits: 2 } }
  expect(without<Values>(changes, { title: 'ab', credits: 2 })).toEqual({
    before: { title: 'ab' },
    after: { title: 'abc' },
  })
})

test.each([
  ['another field of theirs', { ...found, credits: 5 }, []],
  ['the same change as mine', { ...found, title: 'Mine' }, []],
  ['another change of the same field', { ...found, title: 'Theirs' }, ['title']],
])('%s', (_, theirs, fields) => {
  const mine = changed(noChanges<Values>(), found, { title: 'Mine' })
  expect(clashes(mine, theirs).map(({ field }) => field)).toEqual(fields)
})

test('kept changes stand on what the other saved', () => {
  const mine = changed(noChanges<Values>(), found, { title: 'Mine', credits: 2 })
  expect(rebased(mine, { ...found, title: 'Theirs', credits: 2 })).toEqual({
    before: { title: 'Theirs' },
    after: { title: 'Mine' },
  })
})
