import { join } from 'node:path'
import { SetupProblem } from '../../../../subgraphs/shared/postgres/setup-problem.js'
import { type CsvRecord, readRecords } from '../csv/read-csv.js'
import { isPresent, sharedFolder } from '../names/name-tables.js'
import type { LabelledRecord } from './labelled-record.js'

/** Which columns of a public data set say what. */
interface Adapter {
  file: string
  id: string
  /** The part of this column that the pattern captures names the person. */
  entity: { column: string; pattern: RegExp }
  given: string
  family: string
  /** Year, month and day, which a pattern takes apart. */
  birthDate: { column: string; pattern: RegExp }
  city: string
  /** A number that each person has one of. */
  number?: string
  /** Where somebody can be reached: an e-mail address, or a street, written like one because that is what is compared. */
  contact: { column: string; isStreet: boolean }
}

const febrl = (file: string): Adapter => ({
  file,
  id: 'rec_id',
  entity: { column: 'rec_id', pattern: /^rec-(\d+)-/ },
  given: 'given_name',
  family: 'surname',
  birthDate: { column: 'date_of_birth', pattern: /^\d{4}(\d\d)(\d\d)$/ },
  city: 'suburb',
  number: 'soc_sec_id',
  contact: { column: 'address_1', isStreet: true },
})

/** The public data sets as data: none of them is about physicians, and nothing in the engine knows of them. */
const adapters = {
  febrl1: febrl('febrl_dataset1.csv'),
  febrl2: febrl('febrl_dataset2.csv'),
  febrl3: febrl('febrl_dataset3.csv'),
  fake1000: {
    file: 'splink_fake_1000.csv',
    id: 'unique_id',
    entity: { column: 'cluster', pattern: /^(.*)$/ },
    given: 'first_name',
    family: 'surname',
    birthDate: { column: 'dob', pattern: /^\d{4}-(\d\d)-(\d\d)$/ },
    city: 'city',
    contact: { column: 'email', isStreet: false },
  },
} satisfies Record<string, Adapter>

/** Reads a data set. Throws a SetupProblem where there is none of that name, or it is not present. */
export async function readDataset(name: string, folder = sharedFolder()): Promise<LabelledRecord[]> {
  if (!Object.hasOwn(adapters, name)) {
    throw new SetupProblem(`--dataset takes one of ${Object.keys(adapters).join(', ')}, not "${name}".`)
  }
  const adapter = adapters[name as keyof typeof adapters]
  const path = join(folder, adapter.file)
  if (!(await isPresent(path))) throw new SetupProblem(`Put the data set at ${path}: it is not there.`)
  const records = await readRecords(path)
  return records.map((record) => toLabelled(trimmed(record), adapter))
}

const trimmed = (record: CsvRecord): CsvRecord =>
  Object.fromEntries(Object.entries(record).map(([column, cell]) => [column, cell.trim()]))

function toLabelled(record: CsvRecord, adapter: Adapter): LabelledRecord {
  const cell = (column: string | undefined) => (column === undefined ? '' : (record[column] ?? ''))
  const [, month, day] = adapter.birthDate.pattern.exec(cell(adapter.birthDate.column)) ?? []
  const number = cell(adapter.number)
  const facts = {
    givenName: cell(adapter.given),
    familyName: cell(adapter.family),
    birthMonth: Number(month ?? 0),
    birthDay: Number(day ?? 0),
    city: cell(adapter.city),
    email: contactOf(cell(adapter.contact.column), adapter.contact.isStreet),
  }
  return {
    entity: adapter.entity.pattern.exec(cell(adapter.entity.column))?.[1] ?? '',
    person: {
      ...facts,
      personId: cell(adapter.id),
      licenses: [],
      certifications: number ? [{ boardCode: 'ABIM', boardId: number }] : [],
    },
    claim: { ...facts, boardCode: number ? 'ABIM' : null, boardId: number || null },
  }
}

const contactOf = (text: string, isStreet: boolean) =>
  isStreet && text ? `${text.replace(/\s+/g, '.')}@street.example` : text
