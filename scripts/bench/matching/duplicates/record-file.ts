import { evidenceOf, type Weighed } from '../../../../subgraphs/learners/matching/engine/decide.js'
import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import type { ComparedField } from '../../../../subgraphs/learners/matching/engine/types.js'
import type { Timings } from '../engine/timings.js'
import type { LabelledRecord } from './labelled-record.js'

/** One person has at most so many records of which the likeliest hide the others. */
const mostRounds = 20
/** Odds from which on somebody is worth a thought. */
const worthAThought = 1e-3
/** What one person has only one of: two different ones forbid a proposal, whatever else agrees. */
const unique: readonly ComparedField[] = ['NPI', 'MIDDLE_NAME', 'SUFFIX']

/** Records on file of which each is asked about in turn. */
export class RecordFile {
  /** Whose record each row of the engine is: whoever is put on file gets the next row. */
  private readonly places: number[]

  private constructor(
    private readonly engine: Engine,
    readonly records: readonly LabelledRecord[],
  ) {
    this.places = records.map((_, place) => place)
  }

  static async load(records: readonly LabelledRecord[]): Promise<RecordFile> {
    const people = records.map(({ person }) => person)
    const engine = await Engine.build(people, { dataVersion: 'records' }, { expectedPeople: people.length * 2 })
    return new RecordFile(engine, records)
  }

  /**
   * The odds of everybody else who may be the person of a record, if it is as likely as not that there is anybody. The
   * engine leaves out whoever is far less likely than the best: so those it has named are taken off, and it is asked again.
   */
  alike(place: number, timings: Timings): Map<number, number> {
    const others = new Map<number, number>()
    const claim = this.records[place]?.claim
    if (!claim) return others
    const taken = [place]
    this.remove(place)
    for (let round = 0; round < mostRounds; round += 1) {
      const { weighed } = timings.lookup(() => this.engine.weigh(claim))
      const likely = weighed.filter(({ bits }) => this.oddsOf(bits) > worthAThought)
      if (likely.length === 0) break
      for (const candidate of likely) {
        const match = this.places[candidate.row] ?? place
        if (!isForbidden(candidate)) others.set(match, this.oddsOf(candidate.bits))
        taken.push(match)
        this.remove(match)
      }
    }
    for (const each of taken) this.put(each)
    return others
  }

  /** Anybody is as likely as anybody else, before anything is compared. */
  private oddsOf = (bits: number) => 2 ** bits / this.records.length

  private remove(place: number): void {
    const record = this.records[place]
    if (record) this.engine.remove(record.person.personId)
  }

  private put(place: number): void {
    const record = this.records[place]
    if (!record) return
    this.engine.upsert(record.person)
    this.places.push(place)
  }
}

const isForbidden = (candidate: Weighed) =>
  evidenceOf(candidate).some(({ field, level }) => level === 'DIFFERENT' && unique.includes(field))
