import { normalHeader, type SameWords, similarity, withoutNumber, wordsOf } from './header-words.js'

/** A column of a file as its header and first rows show it. */
export interface FileColumn {
  /** Its place in the file, from 1. */
  position: number
  /** As the file writes it. */
  header: string
  /** The first values that are not blank. */
  samples: readonly string[]
}

/** What a column of a file is taken for. */
export interface Match<Key extends string> {
  position: number
  header: string
  /** What it is taken for; null when it is taken for nothing. */
  key: Key | null
  /** How sure that is, from 0 to 1. */
  confidence: number
  /** True when somebody said so, now or for an earlier file. */
  isChosen: boolean
  /** True for what a result file of ours has added. */
  isOurs: boolean
}

/** What there is to recognize columns by. */
export interface KnownColumns<Key extends string> {
  columns: readonly { key: Key; names: readonly string[]; repeats: boolean }[]
  /** The headers that a result file of ours has added. */
  ownHeaders: readonly string[]
  sameWords: SameWords
  /** Which part of the values, from 0 to 1, could stand in a column; 1 when nothing can be told. */
  fits(samples: readonly string[], key: Key): number
  /** How sure the values make it whatever the header says, from 0 to 1. */
  tells?(samples: readonly string[], key: Key): number
}

/** Recognizes columns by their headers and first values. */
export interface ColumnMatcher<Key extends string> {
  /** Takes each column for the one it is most likely meant to be; of two that are alike the surer one. */
  match(fileColumns: readonly FileColumn[], chosen?: ReadonlyMap<number, Key | null>): Match<Key>[]
  /** Whether a header is the very name of a column; far cheaper than to look for what is like it. */
  isName(header: string): boolean
}

/** From here on a column is read without asking. */
export const sureEnough = 0.75
/** What is longer is no header that somebody mistyped. */
const longestHeader = 80
/** From here on a column is proposed. */
const worthProposing = 0.55
/** What is left of a name whose values do not fit. */
const doubted = 0.7

/** A matcher for columns known by their names and by what stands in them. */
export function columnMatcher<Key extends string>(known: KnownColumns<Key>): ColumnMatcher<Key> {
  const { sameWords, fits, tells = () => 0 } = known
  const names = known.columns.flatMap(({ key, names: of }) =>
    of.map((name) => {
      const normal = normalHeader(name)
      return { key, normal, words: wordsOf(normal, sameWords) }
    }),
  )
  const repeating = new Set(known.columns.flatMap(({ key, repeats }) => (repeats ? [key] : [])))
  const exactNames = new Set(names.map(({ normal }) => normal))
  const own = new Set(known.ownHeaders.map(normalHeader))
  const isOurs = (header: string) => own.has(normalHeader(header))

  /** How sure the header makes each column. */
  function byName(header: string): Map<Key, number> {
    const normal = normalHeader(header)
    const plain = withoutNumber(normal)
    const exact = names.filter((name) => name.normal === normal || name.normal === plain)
    if (!exact.length && normal.length > longestHeader) return new Map()
    const words = exact.length ? [] : wordsOf(normal, sameWords)
    const best = new Map<Key, number>()
    for (const name of exact.length ? exact : names) {
      const confidence = exact.length ? (name.normal === normal ? 1 : 0.98) : likeness(words, name.words)
      if (confidence > (best.get(name.key) ?? 0)) best.set(name.key, confidence)
    }
    return best
  }

  function offersFor({ position, header, samples }: FileColumn) {
    const named = byName(header)
    return known.columns.flatMap(({ key }) => {
      const name = named.get(key) ?? 0
      const told = tells(samples, key)
      const doubt = name > 0 && fits(samples, key) < 0.5 ? doubted : 1
      const confidence = Math.round((1 - (1 - name * doubt) * (1 - told)) * 100) / 100
      return confidence >= worthProposing ? [{ position, key, confidence }] : []
    })
  }

  function match(fileColumns: readonly FileColumn[], chosen: ReadonlyMap<number, Key | null> = new Map()) {
    const matched = new Map([...chosen].map(([position, key]) => [position, { key, confidence: 1, isChosen: true }]))
    const taken = new Set([...chosen.values()].flatMap((key) => key ?? []))
    const offers = fileColumns
      .filter(({ position, header }) => !matched.has(position) && !isOurs(header))
      .flatMap(offersFor)
      .toSorted((a, b) => b.confidence - a.confidence || a.position - b.position)
    for (const { position, key, confidence } of offers) {
      if (matched.has(position) || (taken.has(key) && !repeating.has(key))) continue
      matched.set(position, { key, confidence, isChosen: false })
      taken.add(key)
    }
    return fileColumns.map(({ position, header }) => ({
      position,
      header,
      isOurs: isOurs(header),
      ...(matched.get(position) ?? { key: null, confidence: 0, isChosen: false }),
    }))
  }

  return { match, isName: (header) => exactNames.has(normalHeader(header)) }
}

function likeness(words: readonly string[], known: readonly string[]): number {
  if (mostAlike(words, known) < worthProposing) return 0
  const isSame = words.length > 0 && words.toSorted().join(' ') === known.toSorted().join(' ')
  return isSame ? 0.95 : similarity(words, known) * lessThanSame
}

/** The most that lists of such lengths can be alike: what many words of a stranger have in common with few is soon told. */
const mostAlike = (a: readonly string[], b: readonly string[]) =>
  (lessThanSame * 2 * Math.min(a.length, b.length)) / (a.length + b.length)

const lessThanSame = 0.94
