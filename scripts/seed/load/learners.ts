import { boardIdKey, learnerKeys, licenseKey } from '../../../subgraphs/learners/matching/keys.js'
import type { CertifyingBoardCode } from '../../../subgraphs/reference/certifying-boards.js'
import { licenseFormats } from '../../../subgraphs/reference/license-formats.js'
import { licensingBoardOf } from '../../../subgraphs/reference/licensing-boards.js'
import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import { dayText } from '../day.js'
import { NumberRegister } from '../people/number-pattern.js'
import type { World } from '../world.js'

/** How ids look at each board; wide enough for the nation. */
const boardIdPatterns: Record<CertifyingBoardCode, string> = {
  ABA: '1{0123456789}######',
  ABIM: '{123456789}#####',
  ABO: '{123456789}####',
  ABOHNS: '{123456789}####',
  ABOS: '{123456789}#####',
  ABP: '{123456789}######',
  ABPATH: '{123456789}#####',
  ABPMR: '{123456789}#####',
  ABS: '{123456789}#####',
  ABTS: '{123456789}####',
}

/** What goes into the learners database. */
export function learnersTables(world: World): TableRows[] {
  return [
    {
      table: 'learner',
      columns:
        'learner_id given_name middle_name family_name suffix degree birth_month birth_day npi given_key middle_key'.split(
          ' ',
        ),
      rows: () => learnerRows(world),
    },
    {
      table: 'learner_family_name',
      columns: ['learner_id', 'family_key', 'kind', 'name', 'birth_month', 'birth_day'],
      rows: () => familyNameRows(world),
    },
    {
      table: 'license_record',
      columns:
        'license_id learner_id state board_code license_number license_key status effective_from effective_to'.split(
          ' ',
        ),
      rows: () => licenseRows(world),
    },
    {
      table: 'diplomate_record',
      columns: ['board_code', 'board_id', 'board_id_key', 'learner_id', 'status'],
      rows: () => diplomateRows(world),
    },
  ]
}

function* learnerRows({ physicians }: World): Generator<Cell[]> {
  for (let index = 0; index < physicians.count; index += 1) {
    const { givenName, middleName, familyName, suffix, birthMonth, birthDay, npi, ...names } =
      physicians.personAt(index)
    const { givenKey, middleKey } = learnerKeys({ ...names, givenName, middleName, familyName })
    const { degree } = physicians.careerAt(index)
    const id = physicians.learnerIdAt(index)
    yield [id, givenName, middleName, familyName, suffix, degree, birthMonth, birthDay, npi, givenKey, middleKey]
  }
}

function* familyNameRows({ physicians }: World): Generator<Cell[]> {
  for (let index = 0; index < physicians.count; index += 1) {
    const person = physicians.personAt(index)
    const id = physicians.learnerIdAt(index)
    for (const { familyKey, kind, name } of learnerKeys(person).familyNames)
      yield [id, familyKey, kind, name, person.birthMonth, person.birthDay]
  }
}

function* licenseRows({ physicians, reserved, seed }: World): Generator<Cell[]> {
  const register = new NumberRegister(seed, (number) => reserved.isNumberTaken(number))
  for (let index = 0; index < physicians.count; index += 1) {
    const { degree, licenses } = physicians.careerAt(index)
    const learnerId = physicians.learnerIdAt(index)
    for (const [place, { state, status, from, to, number }] of licenses.entries()) {
      const pattern = licenseFormats[state][degree === 'DO' ? 'do' : 'md']
      const text = number ?? register.next(state, pattern)
      const id = physicians.licenseIdAt(index, place)
      const board = licensingBoardOf(state, degree)
      yield [
        id,
        learnerId,
        state,
        board,
        text,
        licenseKey(text),
        status,
        dayText(from),
        to === null ? null : dayText(to),
      ]
    }
  }
}

function* diplomateRows({ physicians, reserved, seed }: World): Generator<Cell[]> {
  const register = new NumberRegister(seed, (number) => reserved.isNumberTaken(number))
  for (let index = 0; index < physicians.count; index += 1) {
    const learnerId = physicians.learnerIdAt(index)
    for (const { board, boardId, isActive } of physicians.careerAt(index).certifications) {
      const id = boardId ?? register.next(board, boardIdPatterns[board])
      yield [board, id, boardIdKey(id), learnerId, isActive ? 'ACTIVE' : 'INACTIVE']
    }
  }
}
