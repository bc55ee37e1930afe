import type { TranscriptMember } from './transcript-document.js'
import { creditUnit, longDay, memberName, pointsText, shortDay } from './wording.js'

test.each([
  [7, '7 AMA PRA Category 1 Credits™'],
  [1.25, '1.25 AMA PRA Category 1 Credits™'],
  [1, '1 AMA PRA Category 1 Credit™'],
  [0.5, '0.5 AMA PRA Category 1 Credit™'],
  [0.25, '0.25 AMA PRA Category 1 Credit™'],
  [100, '100 AMA PRA Category 1 Credits™'],
])('P04: %d is “%s”', (credits, text) => expect(`${credits} ${creditUnit(credits)}`).toBe(text))

test.each([
  [7, '7 ABIM Points'],
  [2.5, '2.5 ABIM Points'],
  [1, '1 ABIM Point'],
  [0.5, '0.5 ABIM Point'],
])('P04: %d is “%s”', (points, text) => expect(pointsText(points, 'ABIM')).toBe(text))

const dee = { givenName: 'Deirdre', middleName: 'Anne', familyName: 'Marchetti', suffix: null, degree: 'MD' }

test.each<[Partial<TranscriptMember>, string]>([
  [{}, 'Deirdre Anne Marchetti, MD'],
  [{ middleName: null }, 'Deirdre Marchetti, MD'],
  [{ suffix: 'III', degree: 'DO' }, 'Deirdre Anne Marchetti, III, DO'],
])('a physician with %j is named %s', (difference, name) =>
  expect(memberName({ ...dee, npi: null, licenses: [], certifications: [], ...difference })).toBe(name),
)

test.each([
  ['2026-06-30', 'June 30, 2026', 'Jun 30, 2026'],
  ['2025-01-01', 'January 1, 2025', 'Jan 1, 2025'],
  ['2024-02-29', 'February 29, 2024', 'Feb 29, 2024'],
])('the day %s is %s, or shorter %s', (day, long, short) => {
  expect(longDay(day)).toBe(long)
  expect(shortDay(day)).toBe(short)
})
