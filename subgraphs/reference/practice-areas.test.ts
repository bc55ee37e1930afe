import { certifyingBoards } from './certifying-boards.js'
import { parsePracticeArea, parseSpecialty, practiceAreas } from './practice-areas.js'

test('every board has credit types and practice areas to choose from (M03, M04)', () => {
  expect(Object.keys(practiceAreas).toSorted()).toEqual(Object.keys(certifyingBoards).toSorted())
  for (const { creditTypes } of Object.values(certifyingBoards)) expect(creditTypes.length).toBeGreaterThan(0)
  for (const areas of Object.values(practiceAreas)) expect(areas.length).toBeGreaterThan(0)
})

test.each([
  ['ABOHNS', 'facial plastic and reconstructive surgery', 'Facial Plastic & Reconstructive Surgery'],
  ['ABIM', ' NEPHROLOGY ', 'Nephrology'],
  ['ABP', 'Nephrology', undefined],
  ['ABX', 'Nephrology', undefined],
])('%s calls “%s” %s', (board, text, expected) => expect(parsePracticeArea(board, text)).toBe(expected))

test.each([
  ['pediatric cardiology', 'Pediatric Cardiology'],
  ['Phrenology', undefined],
  ['', undefined],
])('the specialty “%s” is %s', (text, expected) => expect(parseSpecialty(text)).toBe(expected))
