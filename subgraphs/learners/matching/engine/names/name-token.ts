import { areNicknames, nicknamesOf } from '../../../../reference/nicknames.js'
import { plainWord } from '../../normalise.js'
import { type FamilyName, type GivenName, parseFamilyName, parseGivenName } from '../../person-name.js'
import { codesOf } from '../model/levels.js'
import { areSimilar, slipBetween } from './distance.js'
import { LevelMemory } from './level-memory.js'
import type { NameTable } from './name-table.js'
import { areRelated, relativesOf } from './related-names.js'
import { Remembered } from './remembered.js'

const FIRST = codesOf('FIRST_NAME')
const LAST = codesOf('LAST_NAME')

/** A last-name cell as it is looked up: where its forms stand in the table of names, and what lies one slip away. */
export interface FamilyToken {
  /** Tells cells apart, those of both kinds. */
  cell: number
  name: FamilyName
  id: number
  /** Halves of a double name and the name without particles, as far as anybody bears them. */
  partIds: readonly number[]
  /** Found when they are asked for. */
  neighbours: readonly number[] | undefined
  /** True when somebody on file bears it as a first name; found when it is asked for. */
  isGiven: boolean | undefined
  /** The same cell read as a first name, once somebody has asked for it. */
  asGiven: GivenToken | undefined
}

/** A first-name cell as it is looked up. */
export interface GivenToken {
  cell: number
  name: GivenName
  id: number
  firstId: number
  /** Names on file that the first word may stand for, found when they are asked for. */
  nicknames: readonly number[] | undefined
  neighbours: readonly number[] | undefined
  /** True when somebody on file bears it as a last name; found when it is asked for. */
  isFamily: boolean | undefined
  /** The same cell read as a last name, once somebody has asked for it. */
  asFamily: FamilyToken | undefined
  /** First names on file that the first word may mean, found when they are asked for. */
  meanings: ReadonlySet<number> | undefined
}

/** As many cells of each kind are remembered twice over. */
const remembered = 25_000

/** Cells are numbered anew before their numbers outgrow the memory of levels. */
const mostCells = 2 ** 30

const noIds: readonly number[] = []

/** Reads name cells once for all claims that carry the same text. What it remembers is bounded. */
export class NameTokens {
  private readonly families = new Remembered(remembered, (text) => this.readFamily(text))
  private readonly givens = new Remembered(remembered, (text) => this.readGiven(text))
  private readonly levels = new LevelMemory()
  private stateSeen = 0
  private cells = 0

  constructor(private readonly names: NameTable) {}

  /** The last name that a cell holds, if it holds one. */
  family(text: string): FamilyToken | undefined {
    this.refresh()
    const token = this.families.of(text)
    return token.name.key ? token : undefined
  }

  /** The first name that a cell holds, if it holds one. */
  given(text: string): GivenToken | undefined {
    this.refresh()
    const token = this.givens.of(text)
    return token.name.key ? token : undefined
  }

  /** True when somebody on file bears what stands in a last-name cell as a first name. */
  isGiven(token: FamilyToken, text: string): boolean {
    token.isGiven ??=
      this.names.bearers('GIVEN', this.idOf(text, token) ?? this.names.find(parseGivenName(text).first)) > 0
    return token.isGiven
  }

  /** True when somebody on file bears what stands in a first-name cell as a last name. */
  isFamily(token: GivenToken, text: string): boolean {
    token.isFamily ??=
      this.names.bearers('FAMILY', this.idOf(text, token) ?? this.names.find(parseFamilyName(text).key)) > 0
    return token.isFamily
  }

  /** What stands in a last-name cell, read as a first name. */
  asGiven(token: FamilyToken, text: string): GivenToken | undefined {
    token.asGiven ??= this.readGiven(text)
    return token.asGiven.name.key ? token.asGiven : undefined
  }

  /** What stands in a first-name cell, read as a last name. */
  asFamily(token: GivenToken, text: string): FamilyToken | undefined {
    token.asFamily ??= this.readFamily(text)
    return token.asFamily.name.key ? token.asFamily : undefined
  }

  /** First names on file that may be meant by the first word: itself, short forms and slips. */
  meanings(token: GivenToken): ReadonlySet<number> {
    token.meanings ??= new Set(
      [token.firstId, token.id, ...this.nicknames(token), ...this.givenNeighbours(token)].filter((id) => id >= 0),
    )
    return token.meanings
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

  /** First names on file that go with this one as a short form, or as what it is short for. */
  nicknames(token: GivenToken): readonly number[] {
    token.nicknames ??= this.onFile([...nicknamesOf(token.name.first), ...relativesOf(token.name.first)])
    return token.nicknames
  }

  /** How a family name on file, not one of its aliases, compares with the cell. */
  familyLevel(token: FamilyToken, id: number): number {
    const known = this.levels.find(token.cell, id)
    return known || this.levels.keep(token.cell, id, spellingLevel(token.name.key, this.names.nameOf(id), LAST))
  }

  /** How a given name on file compares with the first word of the cell. */
  givenLevel(token: GivenToken, id: number): number {
    const known = this.levels.find(token.cell, id)
    return known || this.levels.keep(token.cell, id, givenLevelOf(token.name.first, this.names.nameOf(id)))
  }

  /** The number of a cell that is one plain word and reads the same as either name; what is asked once is not remembered. */
  private idOf(text: string, { id }: FamilyToken | GivenToken): number | undefined {
    return plainWord(text) ? id : undefined
  }

  private readFamily(text: string): FamilyToken {
    const name = parseFamilyName(text)
    const parts = name.parts.length > 0 ? name.parts.map(({ key }) => key) : name.core ? [name.core] : []
    return {
      cell: ++this.cells,
      name,
      id: this.names.find(name.key),
      partIds: parts.length > 0 ? this.onFile(parts) : noIds,
      neighbours: undefined,
      isGiven: undefined,
      asGiven: undefined,
    }
  }

  private readGiven(text: string): GivenToken {
    const name = parseGivenName(text)
    const id = this.names.find(name.key)
    const firstId = name.first === name.key ? id : this.names.find(name.first)
    return {
      cell: ++this.cells,
      name,
      id,
      firstId,
      nicknames: undefined,
      neighbours: undefined,
      isFamily: undefined,
      asFamily: undefined,
      meanings: undefined,
    }
  }

  private onFile(names: readonly string[]): number[] {
    return names.map((name) => this.names.find(name)).filter((id) => id >= 0)
  }

  /** Names that came on file since, or are borne no more, change what a cell finds. */
  private refresh(): void {
    if (this.names.state === this.stateSeen && this.cells < mostCells) return
    this.families.forget()
    this.givens.forget()
    this.stateSeen = this.names.state
    if (this.cells < mostCells) return
    this.levels.forget()
    this.cells = 0
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
  return isCutOff || areSimilar(typed, onFile, minSimilarity) ? codes.SIMILAR : codes.DIFFERENT
}
