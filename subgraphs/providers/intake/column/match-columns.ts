import { type CellKey, type ColumnGroup, type ColumnKey, cellKey, type IntakeColumn } from './column.js'
import { columns, resultHeaders } from './columns.js'
import { normalHeader, similarity, withoutNumber, wordsOf } from './header-words.js'
import { looksLike } from './sample-values.js'

/** What a column of a file is taken for. */
export interface MatchedColumn {
  /** Its place in the file, from 1. */
  position: number
  /** As the file writes it. */
  header: string
  /** What it is taken for; null when it is not read. */
  key: CellKey | null
  /** How sure that is, from 0 to 1. */
  confidence: number
  /** True when the provider said so, now or for an earlier file. */
  isChosen: boolean
  /** True for what a result file of ours has added. */
  isOurs: boolean
}

/** A column of a file as its header and first rows show it. */
export interface FileColumn {
  position: number
  header: string
  /** The first values that are not blank. */
  samples: readonly string[]
}

/** What a provider decided about headers, by their normal form: a column, or null for one that is not to be read. */
export type Choices = ReadonlyMap<string, ColumnKey | null>

/** From here on a column is read without asking. */
export const sureEnough = 0.75
/** What is longer is no header that somebody mistyped. */
const longestHeader = 80
/** From here on a column is proposed. */
const worthProposing = 0.55

/** Takes each column of a file for the one it is most likely meant to be; of two that are alike the surer one. */
export function matchColumns(fileColumns: readonly FileColumn[], choices: Choices = new Map()): MatchedColumn[] {
  const matched = new Map<number, { key: ColumnKey | null; confidence: number; isChosen: boolean }>()
  const taken = new Set<ColumnKey>()
  for (const { position, header } of fileColumns) {
    const choice = choices.get(normalHeader(header))
    if (choice === undefined) continue
    matched.set(position, { key: choice, confidence: 1, isChosen: true })
    if (choice) taken.add(choice)
  }
  const offers = fileColumns
    .filter(({ position, header }) => !matched.has(position) && !isOurs(header))
    .flatMap(offersFor)
    .toSorted((a, b) => b.confidence - a.confidence || a.position - b.position)
  for (const { position, column, confidence } of offers) {
    if (matched.has(position) || (taken.has(column.key) && !column.group)) continue
    matched.set(position, { key: column.key, confidence, isChosen: false })
    taken.add(column.key)
  }
  return withRepetitions(
    fileColumns.map(({ position, header }) => ({
      position,
      header,
      isOurs: isOurs(header),
      ...(matched.get(position) ?? { key: null, confidence: 0, isChosen: false }),
    })),
  )
}

interface Offer {
  position: number
  column: IntakeColumn
  confidence: number
}

/** What a column of a file could be: by its very name, or else by names that are like it. */
function offersFor({ position, header, samples }: FileColumn): Offer[] {
  const normal = normalHeader(header)
  const plain = withoutNumber(normal)
  const exact = names.filter((name) => name.normal === normal || name.normal === plain)
  if (!exact.length && normal.length > longestHeader) return []
  const words = exact.length ? [] : wordsOf(normal)
  return (exact.length ? exact : names).flatMap(({ column, ...name }) => {
    const byName = exact.length ? (name.normal === normal ? 1 : 0.98) : likeness(words, name.words)
    const confidence = Math.round(byName * (looksLike(samples, column) < 0.5 ? 0.7 : 1) * 100) / 100
    return confidence >= worthProposing ? [{ position, column, confidence }] : []
  })
}

const likeness = (words: readonly string[], known: readonly string[]): number =>
  words.length > 0 && words.toSorted().join(' ') === known.toSorted().join(' ') ? 0.95 : similarity(words, known) * 0.94

/** How many headers are the very names of columns; far cheaper than to look for what is like them. */
export const countExact = (headers: readonly string[], choices: Choices): number =>
  headers.map(normalHeader).filter((normal) => choices.has(normal) || exactNames.has(normal)).length

const names = columns.flatMap((column) =>
  [column.header, ...column.synonyms].map((name) => {
    const normal = normalHeader(name)
    return { column, normal, words: wordsOf(normal) }
  }),
)

const exactNames = new Set(names.map(({ normal }) => normal))

const isOurs = (header: string) => resultHeaders.some((name) => normalHeader(name) === normalHeader(header))

/**
 * Numbers what repeats: a second supporter is a supporter of its own. A group begins anew with its first column that
 * was there already, so that the amount behind a name belongs to that name.
 */
function withRepetitions(matched: (Omit<MatchedColumn, 'key'> & { key: ColumnKey | null })[]): MatchedColumn[] {
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
