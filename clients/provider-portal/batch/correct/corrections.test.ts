import {
  answered,
  maxRows,
  nextSending,
  noCorrections,
  readCorrections,
  withCell,
  withoutRow,
  withRow,
} from './corrections'

const row = (rowNumber: number) => ({ rowNumber, cells: [{ key: 'firstName', text: 'Dee' }] })
const newKey = () => 'key-1'

test('a changed cell is kept until it says again what it said', () => {
  const changed = withCell(noCorrections, row(3), 'firstName', 'Deirdre')
  expect(changed.rows).toEqual({ 3: { firstName: 'Deirdre' } })
  expect(withCell(changed, row(3), 'firstName', 'Dee').rows).toEqual({})
  expect(withCell(changed, row(3), 'lastName', 'M').rows).toEqual({ 3: { firstName: 'Deirdre', lastName: 'M' } })
})

test('a row can be sent as it is, and taken out again', () => {
  const added = withRow(noCorrections, row(3))
  expect(nextSending(added, newKey)).toEqual({ key: 'key-1', rows: [{ rowNumber: 3, cells: [] }] })
  expect(withoutRow(added, row(3)).rows).toEqual({})
})

test('what was sent without an answer is sent again as it was, under the same key', () => {
  const changed = withCell(noCorrections, row(3), 'firstName', 'Deirdre')
  const sending = nextSending(changed, newKey)
  const later = withCell({ ...changed, sending }, row(4), 'firstName', 'Ada')
  expect(nextSending(later, () => 'key-2')).toBe(sending)
})

test('an answer forgets what was sent, and keeps what was changed since', () => {
  let corrections = [3, 4].reduce((all, number) => withCell(all, row(number), 'firstName', 'X'), noCorrections)
  corrections = { ...corrections, sending: nextSending(corrections, newKey) }
  corrections = withCell(corrections, row(4), 'firstName', 'Y')
  expect(answered(corrections)).toEqual({ rows: { 4: { firstName: 'Y' } } })
})

test('not more is sent at once than one call takes', () => {
  const all = Array.from({ length: maxRows + 1 }, (_, index) => row(index + 3)).reduce(withRow, noCorrections)
  expect(nextSending(all, newKey)?.rows).toHaveLength(maxRows)
})

test.each([null, '', '{', 'null', '7', '{"rows":7}', '[]'])('what lies on the device as %s is nothing', (text) => {
  expect(readCorrections(text)).toEqual(noCorrections)
})

test('nothing is sent where nothing was changed', () => {
  expect(nextSending(noCorrections, newKey)).toBeUndefined()
})
