import { similarPairs, type TitledActivity, trigramsOf } from './similar-titles.js'

const one: TitledActivity = {
  activityId: '200000001',
  title: 'heart failure update',
  activityFormat: 'COURSE',
  startsOn: 120,
  endsOn: 121,
}
const alike = { activityId: '200000002', title: 'heart failure update 2025' }

test.each<[string, Partial<TitledActivity>, boolean]>([
  ['the same title a day later', { title: one.title, startsOn: 121, endsOn: 122 }, true],
  ['the same title that ends a day later', { title: one.title, endsOn: 122 }, true],
  ['the same title on the same days, which is another finding (A46)', { title: one.title }, false],
  ['the same title on the same day, without an end', { title: one.title, endsOn: null }, false],
  ['a title alike on the same day, without an end', { endsOn: null }, true],
  ['a title alike fourteen days later', { startsOn: 134, endsOn: 135 }, true],
  ['a title alike fifteen days later', { startsOn: 135, endsOn: 136 }, false],
  ['a title alike fourteen days before', { startsOn: 106, endsOn: 107 }, true],
  ['a title alike in another format', { activityFormat: 'RSS' }, false],
  ['a title that says the same in another order', { title: 'update: heart, failure' }, true],
  ['another title', { title: 'airway management for children' }, false],
  [
    'a title that begins alike and is three times as long',
    { title: `${one.title} for general practice and rural clinics` },
    false,
  ],
  ['a title without a letter', { title: '***' }, false],
])('%s', async (_what, changes, isFound) => {
  const found = isFound ? { ids: [one.activityId], otherIds: [alike.activityId] } : { ids: [], otherIds: [] }
  const other = { ...one, ...alike, ...changes }
  expect(await similarPairs([one, other])).toEqual(found)
  expect(await similarPairs([other, one])).toEqual(found)
})

test('two titles without a letter are not alike', async () => {
  const blank = { ...one, title: '***' }
  expect((await similarPairs([blank, { ...blank, activityId: '200000002', title: '???' }])).ids).toEqual([])
})

test('each of three that are alike is a pair with each other one, once', async () => {
  const ids = ['200000001', '200000002', '200000003']
  const three = ids.map((activityId, index) => ({ ...one, activityId, endsOn: 121 + index }))
  const { ids: lower, otherIds } = await similarPairs(three)
  expect(lower.map((id, index) => [id, otherIds[index]].join()).sort()).toEqual([
    '200000001,200000002',
    '200000001,200000003',
    '200000002,200000003',
  ])
})

test('who has entered one activity 250 times is told of the first 20,000 pairs', async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({
    ...one,
    activityId: String(200000000 + index),
    endsOn: 121 + index,
  }))
  expect((await similarPairs(many)).ids).toHaveLength(20_000)
})

test.each([
  ['a', 2],
  ['A a', 2],
  ['ab', 3],
  ['Sjögren', 8],
  ['', 0],
])('“%s” has %i trigrams', (title, count) => {
  expect(trigramsOf(title)).toHaveLength(count)
})
