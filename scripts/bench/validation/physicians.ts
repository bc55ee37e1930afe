import { boardIdKey, learnerKeys, licenseKey } from '../../../subgraphs/learners/matching/keys.js'
import { parseCertifyingBoard } from '../../../subgraphs/reference/certifying-boards.js'
import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import { licensingBoardOf } from '../../../subgraphs/reference/licensing-boards.js'
import { copyRows, type TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import { inSession } from '../../seed/load/session.js'
import { setIndexesAside } from '../../seed/load/set-aside.js'
import type { Preparation } from '../../supervisor/preparations.js'
import type { Physician } from '../matching/population/physician.js'
import type { Population } from '../matching/population/population.js'

/** Puts a population on file in place of the seeded physicians, before anybody is connected to the database. */
export const putOnFile = (population: Population): Preparation => ({
  title: `Putting ${population.size.toLocaleString('en')} physicians on file`,
  run: ({ databases, report }) =>
    inSession(databases.learners, async (client) => {
      await client.query('begin')
      const indexes = await setIndexesAside(client)
      await client.query('truncate learner, learner_family_name, license_record, diplomate_record')
      for (const table of tablesOf(population)) {
        await copyRows(client, table, (count) => report(`${count.toLocaleString('en')} rows of ${table.table}`))
      }
      for (const statement of indexes) await client.query(statement)
      await client.query('commit')
      await client.query('vacuum analyze')
    }),
})

function tablesOf(population: Population): TableRows[] {
  const table = (name: string, columns: string, rowsOf: (person: Physician) => readonly (readonly Cell[])[]) => ({
    table: name,
    columns: columns.split(' '),
    *rows() {
      for (const person of population.onFile()) yield* rowsOf(person)
    },
  })
  return [
    table(
      'learner',
      'learner_id given_name middle_name family_name suffix degree birth_month birth_day npi given_key middle_key',
      learnerRows,
    ),
    table('learner_family_name', 'learner_id family_key kind name birth_month birth_day', familyNameRows),
    table(
      'license_record',
      'license_id learner_id state board_code license_number license_key status effective_from effective_to',
      licenseRows,
    ),
    table('diplomate_record', 'board_code board_id board_id_key learner_id status', diplomateRows),
  ]
}

const idOf = ({ id }: Physician, of = 0) => `00000000-0000-7000-8${of}00-${Number(id).toString(16).padStart(12, '0')}`

const namesOf = ({ first, middle, last, formerLast }: Physician) => ({
  givenName: first,
  middleName: middle || null,
  familyName: last,
  formerNames: formerLast ? [formerLast] : [],
})

function learnerRows(person: Physician): Cell[][] {
  const { first, middle, last, suffix, degree, birthMonth, birthDay, npi } = person
  const { givenKey, middleKey } = learnerKeys(namesOf(person))
  return [
    [idOf(person), first, middle || null, last, suffix || null, degree, birthMonth, birthDay, npi, givenKey, middleKey],
  ]
}

const familyNameRows = (person: Physician): Cell[][] =>
  learnerKeys(namesOf(person)).familyNames.map(({ familyKey, kind, name }) => [
    idOf(person),
    familyKey,
    kind,
    name,
    person.birthMonth,
    person.birthDay,
  ])

const licenseRows = (person: Physician): Cell[][] =>
  person.licenses.map(({ state, number }, nth) => {
    const board = licensingBoardOf(state as LicensingState, person.degree)
    return [idOf(person, nth + 1), idOf(person), state, board, number, licenseKey(number), 'ACTIVE', '2015-01-01', null]
  })

const diplomateRows = (person: Physician): Cell[][] =>
  person.boards
    .filter(({ board }) => parseCertifyingBoard(board))
    .map(({ board, id }) => [board, id, boardIdKey(id), idOf(person), 'ACTIVE'])
