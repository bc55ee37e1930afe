import { type AcceptedPoints, type DayOfCredit, followingCredit } from './derived-credit.js'

const points = (boardCode: string, credits: number, distinction = '', partId = `${boardCode}${distinction}`) =>
  ({ partId, boardCode, distinction, quarters: credits * 4, learnerId: 'dee' }) satisfies AcceptedPoints

const aDay = (changes: Partial<DayOfCredit>): DayOfCredit => ({
  points: [points('ABIM', 5)],
  isReported: false,
  limit: 40,
  otherDays: 0,
  ...changes,
})
const before = { followsBoard: 'ABP', follows: ['ABP'], quarters: 20, learnerId: 'dee' }

test.each<[rule: string, day: Partial<DayOfCredit>, follows: string]>([
  ['5.12: the same amount as the points', {}, 'ABIM 5'],
  ['5.12: a quarter too', { points: [points('ABIM', 0.25)] }, 'ABIM 0.25'],
  ['L41: without accepted points there is none', { points: [] }, 'none'],
  ['L42: what the provider reports itself stands instead', { isReported: true }, 'none'],
  ['L12: never more than the activity awards', { limit: 12 }, 'ABIM 3'],
  ['L26, L27: other days of the activity leave less', { limit: 40, otherDays: 32 }, 'ABIM 2'],
  ['L26, L27: nothing is left', { limit: 40, otherDays: 40 }, 'none'],
  ['L27: more than the activity has was awarded before', { limit: 40, otherDays: 44 }, 'none'],
  ['the activity is not known here yet', { limit: null, otherDays: 99 }, 'ABIM 5'],
  [
    'two boards accept the same learning, not twice as much',
    { points: [points('ABIM', 5), points('ABP', 3)] },
    'ABIM 5',
  ],
  ['the board that accepted most counts', { points: [points('ABIM', 3), points('ABP', 5)] }, 'ABP 5'],
  ['of boards that accepted as much the first by code', { points: [points('ABP', 5), points('ABIM', 5)] }, 'ABIM 5'],
  ['… unless another stands already', { points: [points('ABP', 5), points('ABIM', 5)], before }, 'ABP 5'],
  ['… which gives way to more', { points: [points('ABP', 5), points('ABIM', 6)], before }, 'ABIM 6'],
  ['L24: two ABA records of a day together', { points: [points('ABA', 3), points('ABA', 2, 'PS')] }, 'ABA 5'],
  ['L23: ABP journal records of a day together', { points: [points('ABP', 1, 'a'), points('ABP', 1, 'b')] }, 'ABP 2'],
  [
    'points reported for two learners who were merged count once',
    { points: [points('ABIM', 5, '', 'one'), points('ABIM', 5, '', 'two')] },
    'ABIM 5',
  ],
])('%s', (_, day, expected) => {
  const follows = followingCredit(aDay(day))
  expect(follows ? `${follows.followsBoard} ${follows.quarters / 4}` : 'none').toBe(expected)
})

test('it names every part it follows from, in order', () => {
  const day = aDay({ points: [points('ABA', 2, 'PS', 'second'), points('ABA', 3, '', 'first')] })
  expect(followingCredit(day)?.follows).toEqual(['first', 'second'])
})
