import { choosePoints, claimedPoints, type PointsChanges, pointsObjection } from './points-choice'

const abim = {
  board: { code: 'ABIM', name: 'American Board of Internal Medicine' },
  points: 6,
  creditTypes: ['MK', 'PS'],
}
const abs = { board: { code: 'ABS', name: 'American Board of Surgery' }, points: 4, creditTypes: ['SA'] }
const choices = (changes: PointsChanges, credits = 6) => choosePoints([abim, abs], changes, { credits, awarded: 6 })

test.each<[string, PointsChanges, number, string]>([
  ['all that is offered with all the credit', {}, 6, 'ABIM 6 MK PS, ABS 4 SA'],
  ['no more points than credits with a part of it', {}, 4.5, 'ABIM 4.5 MK PS, ABS 4 SA'],
  ['not the board that is switched off', { ABIM: { isOff: true, points: 2 } }, 6, 'ABS 4 SA'],
  ['fewer points of a board', { ABS: { points: 1.25 } }, 6, 'ABIM 6 MK PS, ABS 1.25 SA'],
  ['without a credit type', { ABIM: { withoutTypes: ['PS'] } }, 6, 'ABIM 6 MK, ABS 4 SA'],
])('claims %s', (_, changes, credits, claimed) => {
  const chosen = choices(changes, credits)
  expect(pointsObjection(chosen)).toBeUndefined()
  const words = claimedPoints(chosen).map(({ board, points, creditTypes }) => [board, points, ...(creditTypes ?? [])])
  expect(words.map((each) => each.join(' ')).join(', ')).toBe(claimed)
})

test.each<[string, PointsChanges, number, string]>([
  [
    'more than is offered',
    { ABS: { points: 5 } },
    6,
    'Claim at most 4 ABS points, in steps of 0.25, or switch them off.',
  ],
  ['more than comes with the credit', { ABS: { points: 4 } }, 2, 'Claim at most 2 ABS points'],
  ['none', { ABS: { points: 0 } }, 6, 'Claim at most 4 ABS points'],
  ['an empty field', { ABS: { points: null } }, 6, 'Claim at most 4 ABS points'],
  ['other steps', { ABS: { points: 1.1 } }, 6, 'Claim at most 4 ABS points'],
  ['no credit type', { ABS: { withoutTypes: ['SA'] } }, 6, 'Choose a credit type for the ABS points'],
])('objects to %s', (_, changes, credits, words) => {
  expect(pointsObjection(choices(changes, credits))).toContain(words)
})
