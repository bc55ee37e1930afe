import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import { model } from '../../../../subgraphs/learners/matching/engine/model/weights.js'
import type { Timings } from '../engine/timings.js'
import type { LabelledRecord } from './labelled-record.js'

/** Records on file of which each is compared with all that may be the same person, as the platform compares people. */
export class RecordFile {
  private readonly placeOf: ReadonlyMap<string, number>

  private constructor(
    private readonly engine: Engine,
    readonly records: readonly LabelledRecord[],
  ) {
    this.placeOf = new Map(records.map(({ person }, place) => [person.personId, place]))
  }

  static async load(records: readonly LabelledRecord[]): Promise<RecordFile> {
    const people = records.map(({ person }) => person)
    const engine = await Engine.build(people, { dataVersion: 'records' }, { expectedPeople: people.length })
    return new RecordFile(engine, records)
  }

  /** The odds of everybody else who may be the person of a record, if it is as likely as not that there is anybody. */
  alike(place: number, timings: Timings): Map<number, number> {
    const personId = this.records[place]?.person.personId ?? ''
    const found = timings.lookup(() => this.engine.duplicatesOf(personId))
    return new Map(
      found.map(({ personId, probability }) => [this.placeOf.get(personId) ?? place, oddsAtEvens(probability)]),
    )
  }
}

/** The engine takes it for as likely as its model says that somebody stands on file twice. */
const oddsAtEvens = (probability: number) => ((probability / (1 - probability)) * (1 - model.doubles)) / model.doubles
