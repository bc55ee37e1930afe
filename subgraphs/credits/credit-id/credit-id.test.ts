import { anActivity, cells, dee, fay, judged, matched, outcomes } from '../record/testing.js'

const owner = {
  creditId: 'ccid:lms:1',
  learnerId: dee,
  activityId: '200000001',
  completedOn: '2026-06-20',
  completionId: 'c',
}

test.each([
  ['ccid:lms:1', 'ACCEPTED'],
  ['ccid:lms:1; ccid:lms:2;ccid:lms:3', 'ACCEPTED'],
  [`ccid:lms:${'x'.repeat(291)}`, 'ACCEPTED'],
  [`ccid:lms:${'x'.repeat(292)}`, 'REJECTED CREDIT_ID_MALFORMED'],
  ['ccid:lms', 'REJECTED CREDIT_ID_MALFORMED'],
  ['ccid::1', 'REJECTED CREDIT_ID_MALFORMED'],
  ['ccid:a:b:c', 'REJECTED CREDIT_ID_MALFORMED'],
  ['77', 'REJECTED CREDIT_ID_MALFORMED'],
])('L28: %s is %s', (creditId, expected) => {
  expect(outcomes(judged([cells({ creditId })]))).toEqual([expected])
})

test.each<[string, Partial<typeof owner>, string]>([
  ['no other', { creditId: 'ccid:lms:2' }, 'ACCEPTED'],
  ['the same record, whose credit its board rejected', {}, 'ACCEPTED'],
  ['another learner', { learnerId: fay }, 'REJECTED CREDIT_ID_TAKEN'],
  ['another activity', { activityId: '200000002' }, 'REJECTED CREDIT_ID_TAKEN'],
  ['another day', { completedOn: '2026-06-21' }, 'REJECTED CREDIT_ID_TAKEN'],
])('L28: an id that stands for %s', (_, changes, expected) => {
  const world = { creditIds: [{ ...owner, ...changes }] }
  expect(outcomes(judged([cells({ creditId: 'ccid:lms:1' })], world))).toEqual([expected])
})

test('L28: the second row of a file with an id is refused; the same row again is a duplicate', () => {
  const activities = [anActivity({ quarters: 80, activityFormat: 'RSS' })]
  const rows = [{}, {}, { completionDate: '2026-06-21' }].map((changes) =>
    cells({ creditId: 'ccid:lms:1', ...changes }),
  )
  const verdicts = judged(rows, { activities, match: { license: matched(dee), diplomate: null } })
  expect(outcomes(verdicts)).toEqual(['ACCEPTED', 'DUPLICATE DUPLICATE_COMPLETION', 'REJECTED CREDIT_ID_TAKEN'])
  expect(verdicts.map(({ creditIds }) => creditIds)).toEqual([['ccid:lms:1'], undefined, undefined])
})
