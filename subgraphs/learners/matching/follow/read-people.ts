import type { EntityManager } from '@mikro-orm/postgresql'
import pg from 'pg'
import { type CopiedRow, readCopied } from '../../../shared/postgres/read-copied.js'
import type { Person } from '../engine/types.js'
import { isFormerNumber, licenseTerm, termOf } from './license-term.js'
import { readAllSurvivors, readPeopleOf } from './people.query.js'
import { RowsByLearner } from './rows-by-learner.js'

const learners = `
  select learner_id, given_name, middle_name, family_name, suffix, birth_month, birth_day, npi
  from learner where survivor_id is null order by learner_id`
const formerNames = `
  select learner_id, name from learner_family_name where kind = 'FORMER' order by learner_id, name`
const unlessFormer = (day: string) => `case when former is null then ${day} end`
const licenses = `
  with former as (select distinct learner_id from license_history told where ${isFormerNumber})
  select learner_id, state, license_number, board_code, ${unlessFormer(licenseTerm.from)}, ${unlessFormer(licenseTerm.until)}
  from license_record left join former using (learner_id) order by learner_id`
const certifications = `
  select learner_id, board_code, board_id from diplomate_record order by learner_id`

const survivorsAtOnce = 500

/**
 * Everybody on file: the tables are read side by side in the order of learners, and put together here. Whoever others
 * were merged into comes a second time in the end, with what they have brought along. Many come at a time.
 */
export async function* readPeople(em: EntityManager, url: string): AsyncGenerator<Person[]> {
  const clients = [1, 2, 3, 4].map(() => new pg.Client({ connectionString: url, application_name: 'matching load' }))
  try {
    await Promise.all(clients.map((client) => client.connect()))
    const [people, ...parts] = [learners, formerNames, licenses, certifications].map((select, place) =>
      readCopied(clients[place] as pg.Client, select),
    )
    if (people) yield* joined(people, parts)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
  const survivors = await readAllSurvivors(em)
  for (let from = 0; from < survivors.length; from += survivorsAtOnce) {
    yield await readPeopleOf(em, survivors.slice(from, from + survivorsAtOnce))
  }
}

async function* joined(
  people: AsyncIterable<CopiedRow[]>,
  parts: readonly AsyncIterator<CopiedRow[]>[],
): AsyncGenerator<Person[]> {
  const [names, held, certified] = parts.map((part) => new RowsByLearner(part)) as [
    RowsByLearner,
    RowsByLearner,
    RowsByLearner,
  ]
  for await (const rows of people) {
    const lastId = rows.at(-1)?.[0] ?? ''
    await Promise.all([names, held, certified].map((part) => part.readThrough(lastId)))
    yield rows.map((row) => {
      const id = row[0] ?? ''
      return personOf(row, names.of(id), held.of(id), certified.of(id))
    })
  }
}

function personOf(
  [id, givenName, middleName, familyName, suffix, month, day, npi]: CopiedRow,
  names: readonly CopiedRow[],
  held: readonly CopiedRow[],
  certified: readonly CopiedRow[],
): Person {
  return {
    personId: id ?? '',
    givenName: givenName ?? '',
    middleName: middleName ?? null,
    familyName: familyName ?? '',
    suffix: suffix ?? null,
    formerFamilyNames: names.map(([, name]) => name ?? '').filter((name) => name !== familyName),
    birthMonth: Number(month),
    birthDay: Number(day),
    npi: npi ?? null,
    licenses: held.map(([, state, number, boardCode, from, until]) => ({
      state: state ?? '',
      number: number ?? '',
      boardCode: boardCode ?? '',
      ...termOf(from, until),
    })),
    certifications: certified.map(([, boardCode, boardId]) => ({ boardCode: boardCode ?? '', boardId: boardId ?? '' })),
  }
}
