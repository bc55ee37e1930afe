import { aPerson, insertPeople, type Person } from '../../testing/people.js'
import { TestSubgraph } from '../../testing/subgraph.js'
import { TestValidationFiles } from './testing.js'

const surnames = [
  'Abernathy',
  'Bellweather',
  'Castellanos',
  'Drummond',
  'Eisenhart',
  'Fitzwilliam',
  'Gunderson',
  'Haverford',
  'Ibrahimovic',
  'Jankowski',
  'Kowalczyk',
  'Lindqvist',
  'Montenegro',
  'Nakagawa',
  'Oppenheim',
  'Papadakis',
  'Quackenbush',
  'Rosenkrantz',
  'Szymanski',
  'Thorvaldsen',
  'Underhill',
  'Villanueva',
  'Wojciechowski',
  'Yamaguchi',
  'Zimmermann',
]

const people = surnames.map((familyName, i) =>
  aPerson({
    givenName: 'Deirdre',
    middleName: 'Anne',
    familyName,
    born: `${String((i % 12) + 1).padStart(2, '0')}/${String(i + 2).padStart(2, '0')}`,
    licenses: [
      { state: 'ME', number: `MD${40_000 + i * 37}` },
      { state: 'VT', number: `V${700 + i}`, status: 'EXPIRED', to: '2020-12-31' },
    ],
    boards: { ABIM: `21${9_000 + i * 13}`, ABS: `5${500 + i}` },
  }),
)

type Cells = Partial<Record<(typeof headers)[number], string>>

const headers = [
  'First Name',
  'Middle Name',
  'Last Name',
  'Suffix',
  'Date of Birth',
  'Licensing State',
  'Licensing ID or NPI',
  'Certifying Board',
  'Certifying Board ID',
] as const

const about = ({ givenName, familyName, born }: Person): Cells => ({
  'First Name': givenName,
  'Last Name': familyName,
  'Date of Birth': born,
  'Licensing State': 'ME',
})
const number = ({ licenses }: Person) => licenses[0]?.number ?? ''
const onlyBoard = { 'Licensing State': '' }

/** Twenty ways to write about somebody, each with what the file has to answer: by license, by board, and further words. */
const kinds: readonly [
  rule: string,
  cells: (person: Person) => Cells,
  license: string | null,
  board: string | null,
  details: string | null,
][] = [
  ['I01 names, birthday, state', () => ({}), 'MATCHED', null, null],
  ['I03 case and accents', ({ familyName }) => ({ 'Last Name': familyName.toUpperCase() }), 'MATCHED', null, null],
  ['I05 middle name', () => ({ 'First Name': 'Deirdre Anne' }), 'MATCHED', null, null],
  ['I04 degree', ({ familyName }) => ({ 'Last Name': `${familyName}, MD` }), 'MATCHED', null, null],
  ['I07 number', (person) => ({ 'Licensing ID or NPI': number(person).slice(2) }), 'MATCHED', null, null],
  ['I15 state', () => ({ 'Licensing State': 'Vermont' }), 'MATCHED', null, 'LICENSE_NOT_CURRENT'],
  [
    'ABIM by id',
    ({ boards }) => ({ ...onlyBoard, 'Certifying Board': 'ABIM', 'Certifying Board ID': boards.ABIM ?? '' }),
    null,
    'MATCHED',
    null,
  ],
  [
    'both parts',
    ({ boards }) => ({ 'Certifying Board': 'ABIM', 'Certifying Board ID': boards.ABIM ?? '' }),
    'MATCHED',
    'MATCHED',
    null,
  ],
  ['I10 ABS without an id', () => ({ ...onlyBoard, 'Certifying Board': 'ABS' }), null, 'MATCHED', null],
  ['nobody of that name', () => ({ 'Last Name': 'Xhosabury' }), 'NOT_FOUND', null, null],
  [
    'B07 day of the spreadsheet with a year',
    ({ born }) => ({ 'Date of Birth': `${born}/1969` }),
    'MATCHED',
    null,
    null,
  ],
  ['L04 no first name', () => ({ 'First Name': '' }), null, null, null],
  ['L04 no last name', () => ({ 'Last Name': '' }), null, null, null],
  ['L05 31 February', () => ({ 'Date of Birth': '02/31' }), null, null, null],
  ['L05 no birthday', () => ({ 'Date of Birth': '' }), null, null, null],
  ['L13 no state', () => ({ 'Licensing State': '' }), null, null, null],
  ['L13 no such state', () => ({ 'Licensing State': 'Ruritania' }), null, null, null],
  ['no such board', () => ({ 'Certifying Board': 'ABXY' }), null, null, null],
  ['too long', () => ({ 'First Name': 'x'.repeat(101) }), null, null, null],
  ['formula', () => ({ 'Licensing ID or NPI': '=1+1' }), 'MISMATCH', null, 'LICENSE'],
]

const line = (cells: readonly string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')
const rows = people.flatMap((person) => kinds.map(([, cells]) => ({ ...about(person), ...cells(person) })))
const csv = [line(headers), ...rows.map((row) => line(headers.map((header) => row[header] ?? '')))].join('\r\n')

let subgraph: TestSubgraph
let files: TestValidationFiles
beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  files = await TestValidationFiles.start(subgraph)
  await insertPeople(subgraph.orm.em.fork(), people)
})
afterAll(async () => {
  await files.stop()
  await subgraph.stop()
})
beforeEach(() => subgraph.orm.em.fork().execute('truncate match_guess'))

describe('a file of 500 rows', () => {
  test('every row has its one answer', async () => {
    const batch = await files.takes(csv)
    expect(batch).toMatchObject({ state: 'DONE', format: 'CSV', totalRows: 500, appliedRows: 500 })
    const kept = await files.keptRows(batch)
    const expected = people.flatMap((_, p) =>
      kinds.map(([rule, , license, board, details], k) => {
        const rowNumber = p * kinds.length + k + 2
        return { rule, rowNumber, license, board, details }
      }),
    )
    expect(
      kept.map(({ rowNumber, license, board, details }, i) => ({
        rule: kinds[i % kinds.length]?.[0],
        rowNumber,
        license,
        board,
        details,
      })),
    ).toEqual(expected)
    expect(batch.counts).toMatchObject({
      valid: 250,
      warned: 25,
      problems: 250,
      unreadable: 200,
      license: { matched: 200, ambiguous: 0, mismatch: 25, notFound: 25 },
      board: { matched: 75, ambiguous: 0, mismatch: 0, notFound: 0 },
    })
  })
})
