import { areNicknames, nicknamesOf } from '../../../../reference/nicknames.js'
import { type FamilyName, type GivenName, parseFamilyName, parseGivenName } from '../../person-name.js'
import { codesOf } from '../model/levels.js'
import { jaroWinkler, slipBetween } from './distance.js'
import type { NameTable } from './name-table.js'
import { areRelated, relativesOf } from './related-names.js'

const FIRST = codesOf('FIRST_NAME')
const LAST = codesOf('LAST_NAME')

/** A last-name cell as it is looked up: where its forms stand in the table of names, and what lies one slip away. */
export interface FamilyToken {
  name: FamilyName
  id: number
  /** Halves of a double name and the name without particles, as far as anybody bears them. */
  partIds: readonly number[]
  /** Found when they are asked for. */
  neighbours: readonly number[] | undefined
  /** Level by number of a name on file, filled as names are met. */
  levels: Map<number, number>
}

/** A first-name cell as it is looked up. */
export interface GivenToken {
  name: GivenName
  id: number
  firstId: number
  /** Names on file that the first word may stand for. */
  nicknames: readonly number[]
  neighbours: readonly number[] | undefined
  levels: Map<number, number>
}

const maxRemembered = 50_000

/** Reads name cells once for all claims that carry the same text. What it remembers is bounded. */
export class NameTokens {
  private families = new Map<string, FamilyToken>()
  private givens = new Map<string, GivenToken>()
  private namesSeen = 0

  constructor(private readonly names: NameTable) {}

  family(text: string): FamilyToken | undefined {
    this.refresh()
    const known = this.families.get(text)
    if (known) return known.name.key ? known : undefined
    const name = parseFamilyName(text)
    const { names } = this
    const partKeys = name.parts.length > 0 ? name.parts.map(({ key }) => key) : name.core ? [name.core] : []
    const token: FamilyToken = {
      name,
      id: names.find(name.key),
      partIds: partKeys.map((key) => names.find(key)).filter((id) => id >= 0),
      neighbours: undefined,
      levels: new Map(),
    }
    this.families.set(text, token)
    return name.key ? token : undefined
  }

  given(text: string): GivenToken | undefined {
    this.refresh()
    const known = this.givens.get(text)
    if (known) return known.name.key ? known : undefined
    const name = parseGivenName(text)
    const { names } = this
    const token: GivenToken = {
      name,
      id: names.find(name.key),
      firstId: names.find(name.first),
      nicknames: [...nicknamesOf(name.first), ...relativesOf(name.first)]
        .map((form) => names.find(form))
        .filter((id) => id >= 0),
      neighbours: undefined,
      levels: new Map(),
    }
    this.givens.set(text, token)
    return name.key ? token : undefined
  }

  /** Family names on file that are one slip away. */
  familyNeighbours(token: FamilyToken): readonly number[] {
    token.neighbours ??= this.names.neighboursOf(token.name.key, 'ALIAS')
    return token.neighbours
  }

  /** First names on file that are one slip away. */
  givenNeighbours(token: GivenToken): readonly number[] {
    token.neighbours ??= this.names.neighboursOf(token.name.first, 'GIVEN')
    return token.neighbours
  }

  /** How a family name on file, not one of its aliases, compares with the cell. */
  familyLevel(token: FamilyToken, id: number): number {
    const known = token.levels.get(id)
    if (known !== undefined) return known
    const level = spellingLevel(token.name.key, this.names.nameOf(id), LAST)
    token.levels.set(id, level)
    return level
  }

  /** How a given name on file compares with the first word of the cell. */
  givenLevel(token: GivenToken, id: number): number {
    const known = token.levels.get(id)
    if (known !== undefined) return known
    const level = givenLevelOf(token.name.first, this.names.nameOf(id))
    token.levels.set(id, level)
    return level
  }

  /** Names that came on file since change what a cell finds. */
  private refresh(): void {
    const isFull = this.families.size > maxRemembered || this.givens.size > maxRemembered
    if (this.names.size === this.namesSeen && !isFull) return
    this.families = new Map()
    this.givens = new Map()
    this.namesSeen = this.names.size
  }
}

function givenLevelOf(typed: string, onFile: string): number {
  if (typed === onFile) return FIRST.EXACT
  if (typed.length < 2 || onFile.length < 2) {
    return typed.startsWith(onFile) || onFile.startsWith(typed) ? FIRST.INITIAL : FIRST.DIFFERENT
  }
  if (areNicknames(typed, onFile)) return FIRST.NICKNAME
  if (areRelated(typed, onFile)) return FIRST.RELATED
  return spellingLevel(typed, onFile, FIRST)
}

const minSimilarity = 0.9

function spellingLevel(
  typed: string,
  onFile: string,
  codes: Record<'EXACT' | 'DROPPED_OR_TRANSPOSED' | 'ONE_EDIT' | 'SIMILAR' | 'DIFFERENT', number>,
): number {
  if (typed === onFile) return codes.EXACT
  const slip = typed.length > 2 ? slipBetween(typed, onFile) : undefined
  if (slip) return codes[slip]
  const [shorter, longer] = typed.length < onFile.length ? [typed, onFile] : [onFile, typed]
  const isCutOff = shorter.length >= 4 && longer.length <= 2 * shorter.length && longer.startsWith(shorter)
  return isCutOff || jaroWinkler(typed, onFile) >= minSimilarity ? codes.SIMILAR : codes.DIFFERENT
}
