import { daysBetween, reportingDeadline, reportingYearOn } from './deadline.js'
import { stageOn } from './reminder-stages.js'
import { isComplete, stepsOf, type YearFacts, YearStepName } from './steps.js'

test.each([
  ['a Sunday moves to Monday', 2023, null, '2024-04-01', '2024-04-02T04:59:00.000Z'],
  ['a Monday stays', 2024, null, '2025-03-31', '2025-04-01T04:59:00.000Z'],
  ['a Tuesday stays', 2025, null, '2026-03-31', '2026-04-01T04:59:00.000Z'],
  ['a Saturday moves to Monday', 2028, null, '2029-04-02', '2029-04-03T04:59:00.000Z'],
  ['an accreditor unknown to us changes nothing', 2025, 'Nowhere Medical Society', '2026-03-31', undefined],
  [
    'an accreditor’s earlier day, in winter time',
    2025,
    'Oregon Medical Association',
    '2026-03-01',
    '2026-03-02T05:59:00.000Z',
  ],
  [
    'an accreditor’s earlier day, in summer time',
    2025,
    'Maine Medical Association',
    '2026-03-15',
    '2026-03-16T04:59:00.000Z',
  ],
])('the deadline (R01, R03): %s', (_what, year, accreditor, on, at) => {
  const deadline = reportingDeadline(year, accreditor)
  expect(deadline.on).toBe(on)
  if (at) expect(deadline.at.toISOString()).toBe(at)
  expect(deadline.isEarlier).toBe(accreditor?.startsWith('Oregon') || accreditor?.startsWith('Maine') || false)
})

test.each([
  ['2026-09-30', 2025],
  ['2026-10-01', 2026],
  ['2027-03-31', 2026],
])('on %s the year %i is being completed', (today, year) => {
  expect(reportingYearOn(today)).toBe(year)
})

test.each([
  ['2025-12-01', undefined],
  ['2026-01-01', 'OPEN'],
  ['2026-02-28', 'OPEN'],
  ['2026-03-01', 'MONTH'],
  ['2026-03-17', 'FORTNIGHT'],
  ['2026-03-24', 'WEEK'],
  ['2026-03-29', 'LAST_DAYS'],
  ['2026-03-31', 'LAST_DAYS'],
  ['2026-04-01', 'OVERDUE'],
  ['2026-04-14', 'OVERDUE_FORTNIGHT'],
  ['2027-01-01', 'OVERDUE_FORTNIGHT'],
])('on %s the reminder is %s (R05)', (today, stage) => {
  expect(stageOn(today, '2026-03-31')?.name).toBe(stage)
})

test('reminders grow more urgent and never less (R05)', () => {
  const order = ['INFO', 'WARNING', 'URGENT']
  const days = Array.from({ length: 120 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  )
  const severities = days.map((day) => order.indexOf(stageOn(day, '2026-03-31')?.severity ?? 'INFO'))
  expect(severities).toEqual(severities.toSorted((a, b) => a - b))
})

const everythingDone: YearFacts = {
  providerId: '0008273',
  agreementAcceptedAt: new Date(),
  agreementAcceptedBy: 'Ada',
  activities: 7,
  drafts: 0,
  notClosed: 0,
  enduring: 2,
  notCounted: 0,
  summarySubmittedAt: new Date(),
  summarySubmittedBy: 'Ada',
  contacts: 1,
  hasPrimaryContact: true,
  contactsConfirmedAt: new Date(),
  contactsConfirmedBy: 'Ada',
}

test.each<[keyof YearFacts, YearFacts[keyof YearFacts], YearStepName]>([
  ['agreementAcceptedAt', null, YearStepName.AGREEMENT],
  ['drafts', 1, YearStepName.ACTIVITIES],
  ['notClosed', 3, YearStepName.ACTIVITIES],
  ['notCounted', 1, YearStepName.ENDURING],
  ['summarySubmittedAt', null, YearStepName.SUMMARY],
  ['contactsConfirmedAt', null, YearStepName.CONTACTS],
  ['hasPrimaryContact', false, YearStepName.CONTACTS],
])('with %s %s the step is open, and so is the year (R02, R03)', (name, value, step) => {
  const facts = { ...everythingDone, [name]: value }
  expect(
    stepsOf(facts)
      .filter(({ isDone }) => !isDone)
      .map((open) => open.name),
  ).toEqual([step])
  expect(isComplete(facts)).toBe(false)
})

test('with all five steps done the year is complete (R03), also for a provider without activities', () => {
  expect(isComplete(everythingDone)).toBe(true)
  expect(isComplete({ ...everythingDone, activities: 0, enduring: 0 })).toBe(true)
  expect(daysBetween('2026-03-01', '2026-03-31')).toBe(30)
})
