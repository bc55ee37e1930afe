import { columnMatcher, type FileColumn, type Match } from '../../../shared/column/column-matcher.js'
import { normalHeader } from '../../../shared/column/header-words.js'
import { type CellKey, type ColumnGroup, type ColumnKey, cellKey } from './column.js'
import { columnOf, columns, resultHeaders } from './columns.js'
import { looksLike } from './sample-values.js'

/** What a column of a file is taken for, with the repetition of its group. */
export type MatchedColumn = Match<CellKey>

/** What a provider decided about headers, by their normal form: a column, or null for one that is not to be read. */
export type Choices = ReadonlyMap<string, ColumnKey | null>

const matcher = columnMatcher<ColumnKey>({
  columns: columns.map(({ key, header, synonyms, group }) => ({
    key,
    names: [header, ...synonyms],
    repeats: group !== undefined,
  })),
  ownHeaders: resultHeaders,
  sameWords: {
    mds: 'physician',
    doctors: 'physician',
    learners: 'learner',
    participants: 'learner',
    attendees: 'learner',
    cost: 'fee',
    sponsorship: 'providership',
  },
  fits: (samples, key) => looksLike(samples, columnOf(key)),
})

/** Takes each column of a file for the one it is most likely meant to be; of two that are alike the surer one. */
export function matchColumns(fileColumns: readonly FileColumn[], choices: Choices = new Map()): MatchedColumn[] {
  const chosen = fileColumns.flatMap(({ position, header }) => {
    const choice = choices.get(normalHeader(header))
    return choice === undefined ? [] : [[position, choice] as const]
  })
  return withRepetitions(matcher.match(fileColumns, new Map(chosen)))
}

/** How a header is looked for: by the names of columns, and by what the provider decided. */
export const headerSearch = (choices: Choices) => ({
  match: (fileColumns: readonly FileColumn[]) => matchColumns(fileColumns, choices),
  isName: (header: string) => choices.has(normalHeader(header)) || matcher.isName(header),
})

/**
 * Numbers what repeats: a second supporter is a supporter of its own. A group begins anew with its first column that
 * was there already, so that the amount behind a name belongs to that name.
 */
function withRepetitions(matched: readonly Match<ColumnKey>[]): MatchedColumn[] {
  const groups = new Map<ColumnGroup, { repetition: number; seen: Set<ColumnKey> }>()
  return matched.map((column) => {
    const group = columns.find(({ key }) => key === column.key)?.group
    if (!column.key || !group) return { ...column, key: column.key }
    const state = groups.get(group) ?? { repetition: 1, seen: new Set() }
    if (state.seen.has(column.key)) Object.assign(state, { repetition: state.repetition + 1, seen: new Set() })
    state.seen.add(column.key)
    groups.set(group, state)
    return { ...column, key: cellKey(column.key, state.repetition) }
  })
}
