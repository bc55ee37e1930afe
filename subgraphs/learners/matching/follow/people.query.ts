import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { Person } from '../engine/types.js'
import { isFormerNumber, licenseTerm, termOf } from './license-term.js'

/** No name, number or code holds these. */
const [item, field] = ['\u001e', '\u001f']

/** A learner with those who were merged into him or her, in one row. Lists are texts, which are quicker to read than JSON. */
interface PersonRow {
  personId: string
  givenName: string
  middleName: string | null
  familyName: string
  suffix: string | null
  birthMonth: number
  birthDay: number
  npi: string | null
  formerNames: string | null
  licenses: string | null
  isFormerHolder: boolean
  certifications: string | null
}

/** These learners, as far as they are on file and lead to nobody else. */
export async function readPeopleOf(em: EntityManager, ids: readonly string[]): Promise<Person[]> {
  const rows = await executeBound<PersonRow>(
    em,
    `${select} where survivor_id is null and learner_id = any($1::uuid[])`,
    [ids],
  )
  return rows.map(toPerson)
}

/** To whom merged learners among these lead, or have led before their merge was taken back. */
export async function readSurvivors(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await executeBound<{ survivorId: string }>(
    em,
    `select survivor_id as "survivorId" from learner where learner_id = any($1::uuid[]) and survivor_id is not null
     union
     select survivor_id from merge_proposal where merged_id = any($1::uuid[])`,
    [ids],
  )
  return rows.map(({ survivorId }) => survivorId)
}

/** Everybody whom others were merged into. */
export async function readAllSurvivors(em: EntityManager): Promise<string[]> {
  const rows = await executeBound<{ survivorId: string }>(
    em,
    'select distinct survivor_id as "survivorId" from learner where survivor_id is not null order by 1',
    [],
  )
  return rows.map(({ survivorId }) => survivorId)
}

/** Rows of the learner and of everybody merged into him or her; the second part is empty nearly always. */
const ofGroup = (columns: string, table: string, filter = 'true') => `
  (select string_agg(${columns}, '${item}' order by ${columns}) from (
    select * from ${table} where ${table}.learner_id = learner.learner_id and ${filter}
    union all
    select ${table}.* from learner merged join ${table} using (learner_id)
    where merged.survivor_id = learner.learner_id and ${filter}
  ) as held)`

const licenseColumns = ['state', 'license_number', 'board_code', licenseTerm.from, licenseTerm.until].join(
  ` || '${field}' || `,
)

const select = `
  select learner_id as "personId", given_name as "givenName", middle_name as "middleName", family_name as "familyName",
    suffix, birth_month as "birthMonth", birth_day as "birthDay",
    coalesce(npi, (select min(npi) from learner merged where merged.survivor_id = learner.learner_id)) as npi,
    ${ofGroup('name', 'learner_family_name', "kind in ('CURRENT', 'FORMER')")} as "formerNames",
    ${ofGroup(licenseColumns, 'license_record')} as licenses,
    exists (
      select from learner holder join license_history told using (learner_id)
      where (holder.learner_id = learner.learner_id or holder.survivor_id = learner.learner_id) and ${isFormerNumber}
    ) as "isFormerHolder",
    ${ofGroup(`board_code || '${field}' || board_id`, 'diplomate_record')} as certifications
  from learner`

const listOf = (text: string | null) => text?.split(item) ?? []

function toPerson(row: PersonRow): Person {
  return {
    ...row,
    formerFamilyNames: listOf(row.formerNames).filter((name) => name !== row.familyName),
    licenses: listOf(row.licenses).map((license) => {
      const [state = '', number = '', boardCode = '', from, until] = license.split(field)
      return { state, number, boardCode, ...(row.isFormerHolder ? {} : termOf(from, until)) }
    }),
    certifications: listOf(row.certifications).map((certification) => {
      const [boardCode = '', boardId = ''] = certification.split(field)
      return { boardCode, boardId }
    }),
  }
}
