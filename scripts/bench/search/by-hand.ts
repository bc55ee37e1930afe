import type pg from 'pg'
import type { Filter, Question } from './questions.js'

/** What the hand-written statement answers. */
export interface Answer {
  total: number
  page: unknown[]
  facets: { facet: string; value: string; count: number }[]
}

/** The same page, total and counts as the search, in one statement over tables and indexes of the same database. */
export async function askByHand(client: pg.Client, question: Question, spelled: string | undefined): Promise<Answer> {
  const { rows } = await client.query<Answer>(statementOf(client, question, spelled))
  const [answer] = rows
  if (!answer) throw new Error('The statement by hand answers nothing.')
  return answer
}

type Conditions = Partial<Record<string, string>>

function statementOf(client: pg.Client, { filter, sort }: Question, text: string | undefined): string {
  const conditions = conditionsOf(client, filter)
  const words = text === undefined ? undefined : queryOf(client, text)
  const found = (name: string, without?: string) => {
    const kept = Object.entries(conditions).filter(([facet]) => facet !== without)
    return `${name} as materialized (
      select a.activity_id, a.provider_id, a.title, a.description, a.starts_on, a.ends_on, a.credit_quarters,
        a.activity_format, a.delivery_methods, a.state, a.fee, a.registration, a.specialties, s.title_length,
        ${words ? 't.words @@ q.query' : 'false'} as in_title
      from activity a join activity_search s using (activity_id)
      ${words ? `join activity_words w using (activity_id) join activity_title_words t using (activity_id), question q` : ''}
      where a.status = 'ACTIVE' and a.display_in_passport and a.ends_on >= (now() at time zone 'America/Chicago')::date
        ${words ? 'and w.words @@ q.query' : ''} ${kept.map(([, condition]) => `and ${condition}`).join(' ')})`
  }
  const ofFacet = (facet: string) => (conditions[facet] ? `without_${facet.toLowerCase()}` : 'found')
  const parts = [
    ...(words ? [`question as materialized (select ${words} as query)`] : []),
    found('found'),
    ...facetNames.filter((facet) => conditions[facet]).map((facet) => found(ofFacet(facet), facet)),
  ]
  const counts = facetNames.map((facet) => countOf(facet, ofFacet(facet))).join('\nunion all ')
  return `with ${parts.join(',\n')}
    select (select count(*)::int from found) as total,
      (select json_agg(page) from (
        select f.*, p.name from found f join provider_organization p using (provider_id) order by ${orders[sort]} limit 25
      ) page) as page,
      (select json_agg(counts) from (${counts}) counts) as facets`
}

const soonest = `starts_on < (now() at time zone 'America/Chicago')::date,
  abs(starts_on - (now() at time zone 'America/Chicago')::date), activity_id`
const orders = {
  RELEVANCE: `in_title desc, case when in_title then title_length end, ${soonest}`,
  START_DATE: soonest,
  CREDITS: `credit_quarters desc, ${soonest}`,
}

const queryOf = (client: pg.Client, text: string) => {
  const last = /(?:^|\s)([\p{L}\p{N}]{3,40})$/u.exec(text)?.[1] ?? ''
  const isWord = `exists (select from search_word where word = ${client.escapeLiteral(last)})`
  const prefix = last
    ? ` || case when ${isWord} then ''::tsquery else to_tsquery('search_plain', ${client.escapeLiteral(`${last}:*`)}) end`
    : ''
  return `websearch_to_tsquery('search_stemmed', ${client.escapeLiteral(text.slice(0, text.length - last.length))})
    && (websearch_to_tsquery('search_stemmed', ${client.escapeLiteral(last)})${prefix})`
}

const ofMoc = (condition: string) => `exists (
  select from moc_registration m where m.activity_id = a.activity_id and m.status = 'ACTIVE' and ${condition})`

function conditionsOf(client: pg.Client, filter: Filter): Conditions {
  const list = (values: string[]) => values.map((value) => client.escapeLiteral(value)).join(', ')
  const array = (values: string[]) => `array[${list(values)}]`
  const { formats, states, fees, deliveryMethods, certifyingBoards, creditTypes, specialties, from, to, minCredits } =
    filter
  return {
    ...(formats && { FORMAT: `a.activity_format in (${list(formats)})` }),
    ...(states && { STATE: `a.state in (${list(states)})` }),
    ...(fees && { FEE: `a.fee in (${list(fees)})` }),
    ...(deliveryMethods && { DELIVERY: `a.delivery_methods && ${array(deliveryMethods)}` }),
    ...(certifyingBoards && { BOARD: ofMoc(`m.board_code in (${list(certifyingBoards)})`) }),
    ...(creditTypes && {
      CREDIT_TYPE: ofMoc(
        creditTypes
          .map((pair) => pair.split('/'))
          .map(([board = '', type = '']) => `m.board_code = ${list([board])} and ${list([type])} = any(m.credit_types)`)
          .join(' or '),
      ),
    }),
    ...(specialties && {
      SPECIALTY: `(a.specialties && ${array(specialties)} or ${ofMoc(`m.practice_areas && ${array(specialties)}`)})`,
    }),
    ...(from && { from: `a.ends_on >= ${list([from])}` }),
    ...(to && { to: `a.starts_on <= ${list([to])}` }),
    ...(minCredits !== undefined && { minCredits: `a.credit_quarters >= ${minCredits * 4}` }),
  }
}

const joined = "join moc_registration m on m.activity_id = f.activity_id and m.status = 'ACTIVE'"

/** How each facet is counted: the value, and what it comes from beside what was found. */
const facetSources: Record<string, readonly [value: string, from: string]> = {
  FORMAT: ['f.activity_format', ''],
  DELIVERY: ['d.method', 'cross join lateral unnest(f.delivery_methods) d (method)'],
  STATE: ['f.state', ''],
  FEE: ['f.fee', ''],
  REGISTRATION: ['f.registration', ''],
  PROVIDER: ['f.provider_id', ''],
  BOARD: ['m.board_code', joined],
  CREDIT_TYPE: [`m.board_code || '/' || t.type`, `${joined} cross join lateral unnest(m.credit_types) t (type)`],
  SPECIALTY: [
    'x.area',
    `cross join lateral (
      select unnest(f.specialties) union
      select unnest(m.practice_areas) from moc_registration m
      where m.activity_id = f.activity_id and m.status = 'ACTIVE'
    ) x (area)`,
  ],
}
const facetNames = Object.keys(facetSources)

function countOf(facet: string, source: string): string {
  const [value, from] = facetSources[facet] ?? ['', '']
  return `(select '${facet}' as facet, ${value} as value, count(*)::int as count
    from ${source} f ${from} where ${value} is not null group by 2 order by 3 desc limit 60)`
}
