import { join } from 'node:path'
import { type CsvRecord, streamRecords } from '../csv/read-csv.js'
import { isPresent } from '../names/name-tables.js'
import { plainLetters } from '../names/spelling.js'
import type { Physician } from '../population/physician.js'
import { type Cells, rowColumns } from '../rows/cells.js'
import { type Expectation, expectations, type Label } from '../rows/labels.js'
import type { TestData } from './test-data.js'

const neededOfPeople = ['id', 'first', 'last', 'birth_date']
const neededOfRows = ['row_id', 'first', 'last', 'birth_month', 'birth_day', 'state']

/** The population, the rows and, where it is there, the truth of a folder. */
export async function openFolder(folder: string): Promise<TestData> {
  const truth = await readTruth(join(folder, 'truth.csv'))
  const asked = new Set([...truth.values()].map(({ truthId }) => truthId))
  const subjects = new Map<string, Physician>()
  const bearers = new Map<string, number>()
  return {
    words: `the folder ${folder}`,
    async *people() {
      for await (const record of streamRecords(join(folder, 'population.csv'), neededOfPeople)) {
        const physician = readPhysician(record)
        const letters = plainLetters(physician.last)
        bearers.set(letters, (bearers.get(letters) ?? 0) + 1)
        if (asked.has(physician.id)) subjects.set(physician.id, physician)
        yield physician
      }
    },
    async *rows() {
      for await (const record of streamRecords(join(folder, 'rows.csv'), neededOfRows)) {
        const cells = readCells(record)
        const label = truth.get(cells.row_id)
        yield { cells, label, subject: subjects.get(label?.truthId ?? '') }
      }
    },
    find: (id) => subjects.get(id),
    bearersOf: (id) => bearers.get(plainLetters(subjects.get(id)?.last ?? '')) ?? 0,
  }
}

/** The cells of a row; a column that the file lacks is empty. */
export function readCells(record: CsvRecord): Cells {
  return Object.fromEntries(rowColumns.map((column) => [column, record[column] ?? ''])) as Cells
}

/** A physician from a line of population.csv. */
export function readPhysician(record: CsvRecord): Physician {
  const cell = (column: string) => record[column]?.trim() ?? ''
  const [birthYear = 0, birthMonth = 0, birthDay = 0] = cell('birth_date').split('-').map(Number)
  return {
    id: cell('id'),
    first: cell('first'),
    middle: cell('middle'),
    last: cell('last'),
    suffix: cell('suffix'),
    formerLast: cell('former_last'),
    birthYear,
    birthMonth,
    birthDay,
    sex: cell('sex') === 'F' ? 'F' : 'M',
    degree: cell('degree') === 'DO' ? 'DO' : 'MD',
    npi: cell('npi'),
    licenses: readPairs(cell('licenses')).map(([state, number]) => ({ state, number })),
    boards: readPairs(cell('boards')).map(([board, id]) => ({ board, id })),
    email: cell('email'),
    city: cell('city'),
    state: cell('state'),
  }
}

/** `CA:A123456|NV:12345`. */
function readPairs(text: string): [string, string][] {
  return text
    .split('|')
    .filter((pair) => pair.includes(':'))
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)])
}

async function readTruth(path: string): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>()
  if (!(await isPresent(path))) return labels
  for await (const record of streamRecords(path, ['row_id', 'truth_id'])) {
    const { row_id = '', truth_id = '', scenario = '', errors = '', exact_k = '' } = record
    labels.set(row_id, {
      truthId: truth_id || undefined,
      scenario,
      errors: errors.split(';').filter((error) => error !== ''),
      exactK: Number(exact_k),
      expect: readExpectation(record.expect, truth_id),
    })
  }
  return labels
}

function readExpectation(text: string | undefined, truthId: string): Expectation {
  return expectations.find((known) => known === text) ?? (truthId ? 'match-or-near' : 'none')
}
