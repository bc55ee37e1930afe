import type { Timings } from '../engine/timings.js'
import { groupsOf } from './groups.js'
import type { PhysiciansMeant } from './physicians-meant.js'
import { estimateShare, toProbability } from './prior.js'
import type { RecordFile } from './record-file.js'

/** Two records that are proposed to be one person. */
export interface ProposedPair {
  one: number
  other: number
  probability: number
}

/** From here on two records are linked, and whatever else is linked to either belongs to the same person. */
const sure = 0.9

/**
 * Proposes pairs: every record is asked about as if it were a claim, against all the others. Of the answers in both
 * directions the likelier one counts. Where physicians are on file as well, that holds for two records about nobody there;
 * all others are one person as far as they are about the same physician. Records that are linked, over others too, are
 * proposed as one person.
 */
export function proposePairs(file: RecordFile, timings: Timings, meant?: PhysiciansMeant): ProposedPair[] {
  const known = new Map<string, number>()
  for (const { one, other, probability } of alikePairs(file, timings)) {
    const ofStrangers = meant ? meant.isNobody(one) * meant.isNobody(other) * probability : probability
    known.set(keyOf(one, other), Math.max(known.get(keyOf(one, other)) ?? 0, ofStrangers))
  }
  for (const { one, other, probability } of meant?.pairs() ?? []) {
    known.set(keyOf(one, other), (known.get(keyOf(one, other)) ?? 0) + probability)
  }
  const links = [...known].flatMap(([key, probability]) => {
    const [one = 0, other = 0] = key.split(' ').map(Number)
    return probability > sure ? [{ one, other }] : []
  })
  return groupsOf(file.records.length, links).flatMap((group) =>
    group.flatMap((one, nth) =>
      group.slice(nth + 1).map((other) => ({ one, other, probability: known.get(keyOf(one, other)) ?? 0 })),
    ),
  )
}

function alikePairs(file: RecordFile, timings: Timings): ProposedPair[] {
  const found = file.records.map((_, place) => file.alike(place, timings))
  const share = estimateShare(found.map((others) => [...others.values()].reduce((sum, odds) => sum + odds, 0)))
  const prior = share / (1 - share)
  return found.flatMap((others, one) =>
    [...others].map(([other, odds]) => ({ one, other, probability: toProbability(odds * prior) })),
  )
}

const keyOf = (one: number, other: number) => (one < other ? `${one} ${other}` : `${other} ${one}`)
