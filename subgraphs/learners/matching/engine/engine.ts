import { parseState } from '../../../reference/states.js'
import { Candidates } from './candidates.js'
import { Comparison } from './compare/comparison.js'
import { fits, fitsEverything, hasIdentifier, isKnownByNumberAlone, isTwinLike, type Weighed } from './decide.js'
import { type Duplicate, Duplicates, type Likeness } from './duplicates.js'
import { Gathering } from './gather.js'
import { model as currentModel, type Model } from './model/weights.js'
import { NameTokens } from './names/name-token.js'
import { exchanged, type ReadClaim, readClaim, readLicense } from './read-claim.js'
import { type Requirements, usualRequirements } from './requirements.js'
import { boardNumber, knownBoardNumber, numberedBoards, stateNumber } from './table/codes.js'
import { Frequencies, imaginedPeople, type Learned } from './table/frequencies.js'
import { PeopleTable } from './table/people-table.js'
import type { Image } from './table/table.js'
import type { Claim, ComparedField, Decision, EngineOptions, Person } from './types.js'
import { verdictOn, type Weighing } from './verdict.js'

/** An engine as another thread sees it. */
export interface EngineImage {
  people: Image
  boards: readonly string[]
  learned: Learned
  options: EngineOptions
  model: Model
  changes: number
}

/** Says which physician a claim is about. Pure: the same file and the same claim get the same answer, one by one or in bulk (I14). */
export class Engine {
  private readonly tokens: NameTokens
  private readonly gathering: Gathering
  private readonly candidates: Candidates
  private readonly frequencies: Frequencies
  private readonly duplicates: Duplicates
  private changes = 0

  private constructor(
    private readonly people: PeopleTable,
    private readonly options: EngineOptions,
    private readonly model: Model,
    learned?: Learned,
  ) {
    this.tokens = new NameTokens(people.names)
    this.gathering = new Gathering(people, this.tokens)
    this.frequencies = new Frequencies(people, learned)
    const comparison = new Comparison(people, this.tokens, this.frequencies, model)
    this.candidates = new Candidates(people, this.gathering, comparison)
    this.duplicates = new Duplicates(people, this.tokens, comparison, this.frequencies, this.gathering, model)
  }

  /** Loads a file, which may come many at a time. `expectedPeople` only saves moving things about while the file grows. */
  static async build(
    people: Iterable<Person> | AsyncIterable<readonly Person[]>,
    options: EngineOptions,
    { expectedPeople = 0, model = currentModel }: { expectedPeople?: number; model?: Model } = {},
  ): Promise<Engine> {
    const table = new PeopleTable(expectedPeople)
    if (Symbol.iterator in people) for (const person of people) table.put(person)
    else for await (const some of people) for (const person of some) table.put(person)
    return new Engine(table, options, model)
  }

  /** The same file under other weights, for training and for a shadow run before a new model is taken into use. */
  under(model: Model): Engine {
    return new Engine(this.people, this.options, model)
  }

  /** What another thread needs to decide as this one does, for as long as nothing changes. */
  image(): EngineImage {
    const { people, frequencies, options, model, changes } = this
    return { people: people.image(), boards: numberedBoards(), learned: frequencies.learned, options, model, changes }
  }

  /** The engine of another thread, seen from here. */
  static seeing(image: EngineImage): Engine {
    const engine = new Engine(new PeopleTable(0), image.options, image.model, image.learned)
    engine.see(image)
    return engine
  }

  /** Sees the same file as it is after changes; only for an engine of another thread. */
  see({ people, boards, changes }: EngineImage): void {
    for (const board of boards) boardNumber(board)
    this.people.takeOver(people)
    this.changes = changes
  }

  get population(): number {
    return this.people.population
  }

  /** Share of rows in which nobody stands any more; a fresh build has none. */
  get goneShare(): number {
    return (this.people.rows - this.people.population) / Math.max(1_000, this.people.rows)
  }

  get modelVersion(): string {
    return this.model.version
  }

  /** Names the state of the file: the one it was loaded in, and how many changes were followed since. */
  get dataVersion(): string {
    return this.changes === 0 ? this.options.dataVersion : `${this.options.dataVersion}+${this.changes}`
  }

  /** Puts a person on file or replaces what was there; the next claim sees it. */
  upsert(person: Person): void {
    this.people.put(person)
    this.changes++
  }

  /** Takes a person off the file. */
  remove(personId: string): void {
    this.people.remove(personId)
    this.changes++
  }

  /** Which physician the claim is about. */
  match(claim: Claim, requirements: Requirements = usualRequirements): Decision {
    return this.decide(this.weigh(claim), requirements)
  }

  /** How likely two people on file are one, and why; undefined where one of them is not on file. */
  compare(onePersonId: string, otherPersonId: string): Likeness | undefined {
    return this.duplicates.compare(onePersonId, otherPersonId)
  }

  /** Everybody else on file who may be this person, the likeliest first. */
  duplicatesOf(personId: string): Duplicate[] {
    return this.duplicates.of(personId)
  }

  /** True when somebody on file holds this license number in this state. */
  isLicenseOnFile(state: string, number: string): boolean {
    const code = parseState(state)
    const there = stateNumber(code)
    return readLicense(number, code).some((key) => {
      let isThere = false
      this.people.licenses.forEach(key, (license) => {
        isThere = this.people.licenses.issuerOf(license) === there
        return !isThere
      })
      return isThere
    })
  }

  /**
   * True when everything that this person holds in a state is known to be in force on a day, an ISO date. Where this is
   * false the database has to be asked, which knows numbers of former years too.
   */
  isSurelyLicensed(personId: string, state: string, day: string): boolean {
    const row = this.people.rowOf(personId)
    const there = stateNumber(parseState(state))
    return row >= 0 && there !== 0 && this.people.isLicensed(row, there, Date.parse(day) / dayMs)
  }

  /** Which of the diplomates of one board the claim is about. */
  matchDiplomate(claim: Claim, boardCode: string, requirements: Requirements): Decision {
    const board = knownBoardNumber(boardCode)
    if (!claim.boardId && !requirements.without) return this.nobody()
    const weighing = this.weigh({ ...claim, boardCode })
    const isCertified = weighing.weighed.map(({ row }) => this.people.isCertified(row, board))
    return this.decide(
      {
        ...weighing,
        weighed: weighing.weighed.filter((_, index) => isCertified[index]),
        odds: weighing.odds.filter((_, index) => isCertified[index]),
      },
      requirements,
    )
  }

  /** All candidates of a claim with what they weigh, before anything is decided. */
  weigh(typed: Claim): Weighing {
    const claim = readClaim(typed, this.tokens, this.people)
    const { gathering, candidates } = this
    gathering.identified(claim)
    candidates.begin(claim)
    if (gathering.rows.length > 0) {
      let standing = this.standing()
      const isOtherwiseNamed = standing.weighed.some(isKnownByNumberAlone)
      if (isOtherwiseNamed && this.readOtherwise(claim, typed)) standing = this.standing()
      if (isSettled(standing)) return this.weighing(claim, standing)
    }
    gathering.likely(claim)
    const standing = this.standing()
    if (this.isClear(standing)) return this.weighing(claim, standing)
    const before = gathering.rows.length
    gathering.possible(claim)
    return this.weighing(claim, gathering.rows.length > before ? this.standing() : standing)
  }

  /** Reads the names with their places exchanged too, though nobody on file may bear them so; false where that was done before. */
  private readOtherwise(claim: ReadClaim, typed: Claim): boolean {
    const [asGiven] = claim.readings
    if (claim.readings.length > 1 || !asGiven) return false
    claim.readings.push(...exchanged(typed, asGiven, this.tokens))
    this.candidates.begin(claim)
    return true
  }

  private isClear({ odds }: Standing): boolean {
    const best = odds[0] ?? 0
    if (best <= 1e3) return false
    for (let place = 1; place < odds.length; place++) if ((odds[place] as number) >= best * 1e-3) return false
    return true
  }

  /** Those who matter of all who are gathered so far. */
  private standing(): Standing {
    const weighed = this.candidates.likeliest()
    const { priorBits } = this
    return { weighed, odds: weighed.map(({ bits }) => 2 ** (bits + priorBits)) }
  }

  private weighing(claim: ReadClaim, { weighed, odds }: Standing): Weighing {
    return { claim, weighed, odds, circumstances: this.circumstances(claim, weighed) }
  }

  private circumstances({ licenseKeys, npi, boardKey }: ReadClaim, weighed: Weighed[]) {
    const { npiHolders, licenseHoldersThere, boardHolders } = this.gathering
    const unknown: ComparedField[] = []
    if (npi !== 0 && npiHolders.length === 0) unknown.push('NPI')
    if (licenseKeys.length > 0 && licenseHoldersThere.length === 0) unknown.push('LICENSE')
    if (boardKey !== '' && boardHolders.length === 0) unknown.push('BOARD_ID')
    return {
      strangers: {
        npi: npi !== 0 && npiHolders.length > 0,
        license: licenseKeys.length > 0 && licenseHoldersThere.length > 0,
        boardId: boardKey !== '' && boardHolders.length > 0,
      },
      unknown,
      hasTwin: weighed.length > 1 && weighed.filter(isTwinLike).length > 1,
      isCut: this.gathering.isCut,
      isCrowd: this.gathering.isCrowd,
      fitting: weighed.length > 1 ? weighed.filter(fits).length : 1,
    }
  }

  private get priorBits(): number {
    const { onFile } = this.model
    return Math.log2(onFile / (1 - onFile) / (this.people.population + imaginedPeople))
  }

  private basis() {
    return { priorBits: this.priorBits, modelVersion: this.modelVersion, dataVersion: this.dataVersion }
  }

  private nobody(): Decision {
    return { decision: 'NOT_FOUND', probability: 0, candidates: [], ...this.basis() }
  }

  /** The decision on what was weighed. */
  decide(weighing: Weighing, requirements: Requirements): Decision {
    const thresholds = this.model.operatingPoints[this.options.operatingPoint ?? 'DEFAULT']
    const { people, model } = this
    return { ...verdictOn(weighing, requirements, { people, model, thresholds }), ...this.basis() }
  }
}

const dayMs = 86_400_000

type Standing = Pick<Weighing, 'weighed' | 'odds'>

/** True when an identifier names somebody whom everything fits, so that nobody who lacks it can come near. */
function isSettled({ weighed, odds }: Standing): boolean {
  const best = weighed[0]
  const bestOdds = odds[0] ?? 0
  const next = odds[1] ?? 0
  return best !== undefined && bestOdds > 1e6 && next < bestOdds * 1e-6 && hasIdentifier(best) && fitsEverything(best)
}
