import { type ColumnMatcher, columnMatcher, type FileColumn, type Match } from '../../shared/column/column-matcher.js'
import { type ColumnKey, resultHeaders } from '../batch/columns.js'
import { namedColumns, repeating } from './column-names.js'
import { fits, tells } from './column-values.js'

/** What columns are recognized by beside their names. */
export interface KnownFacts {
  /** Activities of the provider that stand among the first values. */
  activities: ReadonlySet<string>
  /** What somebody said of columns, by position: the column it is, or null for one that is not read. */
  chosen: ReadonlyMap<number, ColumnKey | null>
}

const nothingKnown: KnownFacts = { activities: new Set(), chosen: new Map() }

const matcherFor = (activities: ReadonlySet<string>): ColumnMatcher<ColumnKey> =>
  columnMatcher({
    columns: namedColumns,
    ownHeaders: resultHeaders,
    sameWords: { fname: 'firstname', lname: 'lastname', lic: 'license' },
    fits,
    tells: (samples, key) => tells(samples, key, activities),
  })

const byNameAlone = matcherFor(nothingKnown.activities)

/** Takes each column of a file of learner credit for what it is most likely meant to be. */
export function recognizeColumns(
  fileColumns: readonly FileColumn[],
  { activities, chosen }: KnownFacts = nothingKnown,
): Match<ColumnKey>[] {
  const matcher = activities.size ? matcherFor(activities) : byNameAlone
  return withPairs(matcher.match(fileColumns, chosen))
}

/** How the header of a file is looked for: the same whatever is known or said, so that it stays where it was found. */
export const headerSearch = {
  match: (fileColumns: readonly FileColumn[]) => recognizeColumns(fileColumns),
  isName: (header: string) => byNameAlone.isName(header),
}

/** Gives columns that repeat their numbers, in the order of the file, around those that somebody has numbered. */
function withPairs(matched: readonly Match<ColumnKey>[]): Match<ColumnKey>[] {
  const taken = new Set(matched.flatMap(({ key, isChosen }) => (key && isChosen ? [key] : [])))
  return matched.map((column) => {
    const keys = column.key && !column.isChosen ? repeating.get(column.key) : undefined
    if (!keys) return column
    const key = keys.find((candidate) => !taken.has(candidate))
    if (!key) return { ...column, key: null, confidence: 0 }
    taken.add(key)
    return { ...column, key }
  })
}
