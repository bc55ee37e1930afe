import { inWords } from './change-words.js'

test.each([
  ['title', '', null],
  ['status', 'CLOSED', 'Closed'],
  ['fee', 'NO_FREE', 'No, it’s free'],
  ['state', 'ME', 'Maine'],
  ['deliveryMethods', ['IN_PERSON', 'ONLINE'], 'In-Person; Online'],
  ['isMips', false, 'No'],
  ['creditQuarters', 6, '1.5'],
  ['providerActivityId', 'CLOSED', 'CLOSED'],
  ['measuredOutcomes', [{ outcome: 'LEARNER_KNOWLEDGE', types: ['OBJECTIVE'] }], 'Learner Knowledge · Objective'],
  [
    'mocRegistrations',
    [
      {
        boardCode: 'ABIM',
        pointQuarters: 40,
        creditTypes: ['MK'],
        isLate: false,
        attestedBy: 'Ada',
        attestedAt: 'now',
      },
    ],
    'ABIM · 10 · Medical Knowledge',
  ],
])('%s %j reads “%s”', (name, value, words) => {
  expect(inWords(name, value)).toBe(words)
})
