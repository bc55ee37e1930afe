import { claimOfPerson, searchFor } from './claim-of-person.js'
import type { Comparison } from './compare/comparison.js'
import { evidenceOf, keep, type Weighed } from './decide.js'
import type { Gathering } from './gather.js'
import type { Model } from './model/weights.js'
import type { NameTokens } from './names/name-token.js'
import { type Frequencies, imaginedPeople } from './table/frequencies.js'
import type { PeopleTable } from './table/people-table.js'
import type { ComparedField, FieldEvidence } from './types.js'

/** How likely two people on file are one. */
export interface Likeness {
  /** 0 to 1, for a file in which as many people stand twice as the model says. */
  probability: number
  /** What both sides say, field by field. */
  evidence: FieldEvidence[]
  /** Rules that forbid to propose the two as one person, whatever the probability; empty as a rule. */
  vetoes: string[]
}

/** Somebody on file who may be the same person as another. */
export interface Duplicate {
  personId: string
  probability: number
}

/** What a person has only one of: two different ones are two people. */
const vetoes: Readonly<Partial<Record<ComparedField, string>>> = {
  NPI: 'TWO_NPIS',
  MIDDLE_NAME: 'TWO_MIDDLE_NAMES',
  SUFFIX: 'TWO_SUFFIXES',
}

/** Less likely pairs are not worth a mention. */
const least = 1e-6

/** Compares people on file with each other, by the levels and weights that hold for claims. Pure. */
export class Duplicates {
  constructor(
    private readonly people: PeopleTable,
    private readonly tokens: NameTokens,
    private readonly comparison: Comparison,
    private readonly frequencies: Frequencies,
    private readonly gathering: Gathering,
    private readonly model: Model,
  ) {}

  /** How likely two people are one, whoever of the two is named first. Undefined where one of them is not on file. */
  compare(oneId: string, otherId: string): Likeness | undefined {
    const [one, other] = [this.people.rowOf(oneId), this.people.rowOf(otherId)]
    if (one < 0 || other < 0 || one === other) return undefined
    this.frequencies.leaveOut([one, other])
    const pair = this.likelier(one, other)
    this.frequencies.leaveOut([])
    const evidence = evidenceOf(pair)
    const broken = evidence.flatMap(({ field, level }) => (level === 'DIFFERENT' ? (vetoes[field] ?? []) : []))
    return { probability: this.probabilityOf(pair), evidence, vetoes: broken }
  }

  /** Everybody else on file who may be this person, the likeliest first, ties by id; nobody whom a rule forbids. */
  of(personId: string): Duplicate[] {
    const row = this.people.rowOf(personId)
    if (row < 0) return []
    const search = searchFor(row, this.people, this.tokens)
    this.gathering.identified(search)
    this.gathering.likely(search)
    this.gathering.possible(search)
    return this.gathering.rows
      .flatMap((other) => {
        const otherId = this.people.personId(other)
        const likeness = this.compare(personId, otherId)
        if (!likeness || likeness.probability < least || likeness.vetoes.length > 0) return []
        return [{ personId: otherId, probability: likeness.probability }]
      })
      .sort((one, other) => other.probability - one.probability || (one.personId < other.personId ? -1 : 1))
  }

  /** Both are held against each other; a slip tells less one way than the other, and either may have made it. */
  private likelier(one: number, other: number): Weighed {
    const [there, back] = [this.weigh(one, other), this.weigh(other, one)]
    return back.bits > there.bits ? back : there
  }

  private weigh(row: number, other: number): Weighed {
    const { comparison } = this
    const claim = claimOfPerson(row, other, this.people, this.tokens)
    comparison.begin(claim, 1)
    const readings = claim.readings.map((_, place) => comparison.weigh(other, place))
    const place = readings[1] !== undefined && readings[1] > (readings[0] as number) ? 1 : 0
    const bits = comparison.weigh(other, place)
    return keep(other, bits - comparison.excess(other, place), comparison)
  }

  private probabilityOf({ bits }: Weighed): number {
    const { doubles } = this.model
    const odds = 2 ** (bits + Math.log2(doubles / (1 - doubles) / (this.people.population + imaginedPeople)))
    return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)
  }
}
