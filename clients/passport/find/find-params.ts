import type { ActivityFilter, SearchFacet, SearchSort } from '../../graphql/graphql'
import { isDay } from '../../shared/format/days'

/** The name of each facet in the address, and the list of the filter that it fills. */
const lists = {
  FORMAT: ['format', 'formats'],
  DELIVERY: ['delivery', 'deliveryMethods'],
  CREDIT_CATEGORY: ['category', 'creditCategories'],
  BOARD: ['board', 'certifyingBoards'],
  CREDIT_TYPE: ['type', 'creditTypes'],
  SPECIALTY: ['specialty', 'specialties'],
  TOPIC: ['topic', 'topics'],
  STATE: ['state', 'states'],
  PROVIDER: ['provider', 'providerIds'],
  FEE: ['fee', 'fees'],
  REGISTRATION: ['registration', 'registrations'],
  REMS: ['rems', 'rems'],
} as const satisfies Partial<Record<SearchFacet, readonly [string, keyof ActivityFilter]>>

const sorts: readonly SearchSort[] = ['RELEVANCE', 'START_DATE', 'CREDITS']
const formats = 'COURSE RSS ENDURING JOURNAL COMMITTEE ISL LFT MANUSCRIPT PI TIW OTHER'.split(' ')
/** Values that the graph knows by name; any other in the address is left out. */
const known: Record<string, readonly string[]> = {
  format: formats,
  delivery: ['IN_PERSON', 'LIVE_STREAMED', 'ONLINE', 'PRINT_OTHER'],
  fee: ['YES', 'NO_FREE', 'VARIABLE'],
  registration: ['OPEN_TO_ALL', 'LIMITED'],
  rems: ['OPIOID_ANALGESIC', 'MYCOPHENOLATE'],
}

const maxValues = 50

/** What the page asks for. */
export interface FindVariables {
  text: string | null
  filter: ActivityFilter
  sort: SearchSort
}

/** Reads from the address what is asked for; what does not make sense is left out. */
export function readFind(search: URLSearchParams): FindVariables {
  const filter: Record<string, unknown> = {}
  for (const [name, field] of Object.values(lists)) {
    const values = search.getAll(name).filter((value) => !known[name] || known[name].includes(value))
    if (values.length > 0) filter[field] = values.slice(0, maxValues)
  }
  if (search.get('mips') === 'YES') filter.mips = true
  for (const name of ['from', 'to']) {
    const day = search.get(name)
    if (day && isDay(day)) filter[name] = day
  }
  for (const [name, field] of [
    ['min', 'minCredits'],
    ['max', 'maxCredits'],
  ] as const) {
    const quarters = Number(search.get(name) || Number.NaN) * 4
    if (Number.isInteger(quarters) && quarters >= 0 && quarters < 100_000) filter[field] = quarters / 4
  }
  const sort = sorts.find((each) => each === search.get('sort')) ?? 'RELEVANCE'
  return { text: search.get('q')?.trim() || null, filter, sort }
}

/** The name of a facet in the address. */
export const nameOf = (facet: SearchFacet): string => (facet === 'MIPS' ? 'mips' : lists[facet][0])

/** The address with a value of a facet put in or taken out. */
export function toggled(search: URLSearchParams, facet: SearchFacet, value: string, isOn: boolean): URLSearchParams {
  const next = new URLSearchParams(search)
  const name = nameOf(facet)
  const others = next.getAll(name).filter((each) => each !== value)
  next.delete(name)
  for (const each of isOn ? [...others, value] : others) next.append(name, each)
  return next
}

/** The address with some values replaced; one that is undefined or empty is taken out. */
export function changed(search: URLSearchParams, values: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

/** The address with nothing but the text and the order. */
export function withoutFilters(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...search].filter(([name]) => name === 'q' || name === 'sort'))
}
