import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Person as EnginePerson } from '../matching/engine/types.js'
import type { HeldLicense } from '../matching/held-licenses.js'
import { boardIdKey, learnerKeys, licenseKey } from '../matching/keys.js'
import type { LearnerClaim } from '../matching/match-types.js'

export interface Person {
  learnerId: string
  givenName: string
  middleName: string | null
  familyName: string
  formerNames: string[]
  suffix: string | null
  /** Month and day, as in 09/10. */
  born: string
  npi: string | null
  licenses: LicenseOfPerson[]
  /** Id at each certifying board. */
  boards: Record<string, string>
}

export interface LicenseOfPerson {
  state: string
  number: string
  boardCode?: string
  status?: 'ACTIVE' | 'EXPIRED' | 'REVOKED'
  from?: string
  to?: string
}

/** A physician who exists in a test; what the test does not care about is filled in. */
export const aPerson = (person: Partial<Person> = {}): Person => ({
  learnerId: randomUUID(),
  givenName: 'Robert',
  middleName: null,
  familyName: 'Smith',
  formerNames: [],
  suffix: null,
  born: '09/10',
  npi: null,
  licenses: [{ state: 'ME', number: 'MD23456' }],
  boards: {},
  ...person,
})

/** What a provider says about somebody; by default about the person above, without an identifier. */
export const aClaim = ({ born = '09/10', ...claim }: Partial<LearnerClaim> & { born?: string } = {}): LearnerClaim => ({
  givenName: 'Robert',
  familyName: 'Smith',
  ...birthday(born),
  state: 'ME',
  completedOn: '2026-06-30',
  ...claim,
})

/** The person as the matching engine takes him or her. */
export const enginePerson = (person: Person): EnginePerson => ({
  personId: person.learnerId,
  givenName: person.givenName,
  middleName: person.middleName,
  familyName: person.familyName,
  suffix: person.suffix,
  formerFamilyNames: person.formerNames,
  ...birthday(person.born),
  npi: person.npi,
  licenses: person.licenses.map(({ state, number }) => ({ state, number })),
  certifications: Object.entries(person.boards).map(([boardCode, boardId]) => ({ boardCode, boardId })),
})

/** The licenses of a person as matching reads them for the day of completion. */
export const licensesOf = ({ learnerId, licenses }: Person): HeldLicense[] =>
  licenses.map(({ state, number, status = 'ACTIVE', from = '2015-01-01', to }) => ({
    learnerId,
    state,
    key: licenseKey(number),
    status,
    effectiveFrom: from,
    effectiveTo: to ?? null,
  }))

/** Puts people on file. */
export async function insertPeople(em: EntityManager, people: readonly Person[]): Promise<void> {
  const rows = people.map((person) => ({ person, keys: learnerKeys(person), ...birthday(person.born) }))
  await insert(
    em,
    'learner',
    rows.map(({ person, keys, birthMonth, birthDay }) => ({
      learner_id: person.learnerId,
      given_name: person.givenName,
      middle_name: person.middleName,
      family_name: person.familyName,
      suffix: person.suffix,
      degree: 'MD',
      birth_month: birthMonth,
      birth_day: birthDay,
      npi: person.npi,
      given_key: keys.givenKey,
      middle_key: keys.middleKey,
    })),
  )
  await insert(
    em,
    'learner_family_name',
    rows.flatMap(({ person, keys, birthMonth, birthDay }) =>
      keys.familyNames.map(({ familyKey, kind, name }) => ({
        learner_id: person.learnerId,
        family_key: familyKey,
        kind,
        name,
        birth_month: birthMonth,
        birth_day: birthDay,
      })),
    ),
  )
  await insert(
    em,
    'license_record',
    people.flatMap(({ learnerId, licenses }) =>
      licenses.map(({ state, number, boardCode = `${state}-MD`, status = 'ACTIVE', from = '2015-01-01', to }) => ({
        license_id: randomUUID(),
        learner_id: learnerId,
        state,
        board_code: boardCode,
        license_number: number,
        license_key: licenseKey(number),
        status,
        effective_from: from,
        effective_to: to ?? null,
      })),
    ),
  )
  await insert(
    em,
    'diplomate_record',
    people.flatMap(({ learnerId, boards }) =>
      Object.entries(boards).map(([boardCode, id]) => ({
        board_code: boardCode,
        board_id: id,
        board_id_key: boardIdKey(id),
        learner_id: learnerId,
        status: 'ACTIVE',
      })),
    ),
  )
}

async function insert(em: EntityManager, table: string, rows: readonly object[]): Promise<void> {
  await em.execute(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ?::jsonb)`, [
    JSON.stringify(rows),
  ])
}

function birthday(born: string) {
  const [month, day] = born.split('/')
  return { birthMonth: Number(month), birthDay: Number(day) }
}
