import type { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import type { LabelledRecord } from './labelled-record.js'

/** Whom on file each record is about, as far as the engine can tell. */
export class PhysiciansMeant {
  /** The records that may be about each row of the file, with how likely that is. */
  private readonly byRow = new Map<number, { place: number; probability: number }[]>()
  private readonly nobody: number[]

  constructor(engine: Engine, records: readonly LabelledRecord[]) {
    this.nobody = records.map(({ claim }, place) => this.ask(engine, claim, place))
  }

  /** How likely a record is about nobody on file. */
  isNobody(place: number): number {
    return this.nobody[place] as number
  }

  /** Every two records that may be about the same physician: how likely that is, over all whom both may mean. */
  pairs(): { one: number; other: number; probability: number }[] {
    const pairs = new Map<string, { one: number; other: number; probability: number }>()
    for (const meant of this.byRow.values()) {
      for (const [nth, { place: one, probability }] of meant.entries()) {
        for (const { place: other, probability: ofOther } of meant.slice(nth + 1)) {
          const key = `${one} ${other}`
          const before = pairs.get(key)?.probability ?? 0
          pairs.set(key, { one, other, probability: before + probability * ofOther })
        }
      }
    }
    return [...pairs.values()]
  }

  private ask(engine: Engine, claim: LabelledRecord['claim'], place: number): number {
    const { weighed, odds } = engine.weigh(claim)
    const total = odds.reduce((sum, each) => sum + each, 1)
    weighed.forEach(({ row }, nth) => {
      const probability = (odds[nth] as number) / total
      if (probability < least) return
      const meant = this.byRow.get(row) ?? []
      meant.push({ place, probability })
      this.byRow.set(row, meant)
    })
    return 1 / total
  }
}

/** Less likely physicians change no proposal. */
const least = 1e-3
