import fc from 'fast-check'
import { sureEnough } from '../../../shared/column/column-matcher.js'
import { normalHeader } from '../../../shared/column/header-words.js'
import type { CellKey, ColumnKey } from './column.js'
import { columns, templateColumns } from './columns.js'
import { matchColumns } from './match-columns.js'

const fileColumns = (headers: readonly string[], samples: readonly string[] = []) =>
  headers.map((header, i) => ({ position: i + 1, header, samples }))
const keysOf = (headers: readonly string[]) => matchColumns(fileColumns(headers)).map(({ key }) => key)

describe('the way people rename columns (B01, B02)', () => {
  test.each<[header: string, key: ColumnKey]>([
    ['TITLE', 'title'],
    [' title * ', 'title'],
    ['Activity Name', 'title'],
    ['Activity_Title', 'title'],
    ['Titel', 'title'],
    ['Start', 'startsOn'],
    ['StartDate', 'startsOn'],
    ['Start Date (mm/dd/yyyy)', 'startsOn'],
    ['Date of start', 'startsOn'],
    ['End', 'endsOn'],
    ['# Physicians', 'physicianLearners'],
    ['No. of physicians', 'physicianLearners'],
    ['Physician participants', 'physicianLearners'],
    ['# Other Learners', 'otherLearners'],
    ['Non-Physician Learners', 'otherLearners'],
    ['Number of AMA PRA Category 1 Credits designated', 'credits'],
    ['CME credits', 'credits'],
    ['ACCME ID', 'activityId'],
    ['Provider activity identifier', 'providerActivityId'],
    ['Commercial Support Received?', 'commercialSupportReceived'],
    ['Joint Providers', 'jointProviders'],
    ['Delivery Methods', 'deliveryMethods'],
    ['Fee for participation', 'fee'],
    ['Display in Passport', 'displayInPassport'],
    ['Measured outcomes', 'measuredOutcomes'],
    ['Descripton', 'description'],
  ])('%j is %s', (header, key) => {
    const [found] = matchColumns(fileColumns([header]))
    expect(found?.key).toBe(key)
    expect(found?.confidence).toBeGreaterThanOrEqual(sureEnough)
  })

  test.each(['Budget', 'Notes', 'Coordinator phone', 'Room', '', '???', 'Hours of Instruction', 'Reporting Year'])(
    '%j is nothing that we read without asking',
    (header) => {
      const [found] = matchColumns(fileColumns([header]))
      expect(found?.confidence).toBeLessThan(sureEnough)
    },
  )
})

test('every header and every other name of a column is taken for it, and for no other', () => {
  for (const { key, header, synonyms } of columns)
    for (const name of [header, ...synonyms]) expect([name, keysOf([name])[0]]).toEqual([name, key])
})

test('no two columns share a name', () => {
  const names = columns.flatMap(({ header, synonyms }) => [header, ...synonyms].map(normalHeader))
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('a template is recognized in any order', () => {
  const headers = templateColumns['activities-cme'].filter(({ group }) => !group)
  fc.assert(
    fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (shuffled) =>
      expect(keysOf(shuffled.map(({ header }) => header))).toEqual(shuffled.map(({ key }) => key)),
    ),
    { numRuns: 30 },
  )
})

test('supporters and boards repeat, each with what stands behind it', () => {
  const expected: (CellKey | null)[] = [
    'title',
    'supporter',
    'supportAmount',
    'supporter#2',
    'supportAmount#2',
    'board',
    'points',
    'creditTypes',
    'board#2',
    'points#2',
    'creditTypes#2',
  ]
  const boards = ['Board', 'Points', 'Credit Type(s)']
  expect(keysOf(['Title', 'Supporter', 'Amount', 'Supporter', 'Amount', ...boards, ...boards])).toEqual(expected)
  const numbered = [
    'Title',
    'Supporter 1',
    'Amount 1',
    'Supporter 2',
    'Amount 2',
    'Board 1',
    'Points 1',
    'Credit Types 1',
  ]
  expect(keysOf([...numbered, 'Board 2', 'Points 2', 'Credit Types 2'])).toEqual(expected)
})

test('of two columns of one name the second is not read', () => {
  expect(keysOf(['Title', 'Start Date', 'Title'])).toEqual(['title', 'startsOn', null])
})

test('what stands in a column weighs against its name', () => {
  const [byName] = matchColumns(fileColumns(['Date'], ['2026-01-31', '2/1/2026']))
  const [doubted] = matchColumns(fileColumns(['Date'], ['Anaheim', 'Boise']))
  expect(byName?.key).toBe('startsOn')
  expect(doubted?.confidence).toBeLessThan(sureEnough)
})

test('what the provider chose before holds, and what it set aside is not read', () => {
  const choices = new Map<string, ColumnKey | null>([
    [normalHeader('Wann'), 'startsOn'],
    [normalHeader('Title'), null],
  ])
  const found = matchColumns(fileColumns(['WANN', 'Title', 'Activity Name', 'Start']), choices)
  expect(found.map(({ key, isChosen }) => [key, isChosen])).toEqual([
    ['startsOn', true],
    [null, true],
    ['title', false],
    [null, false],
  ])
})

test('the columns of a result file are known as ours', () => {
  const found = matchColumns(fileColumns(['Title', 'Outcome', 'Reason', 'Suggested Fix']))
  expect(found.map(({ key, isOurs }) => [key, isOurs])).toEqual([
    ['title', false],
    [null, true],
    [null, true],
    [null, true],
  ])
})

test('any header at all is answered', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 }), (headers) =>
      expect(keysOf(headers)).toHaveLength(headers.length),
    ),
    { numRuns: 30 },
  )
})
