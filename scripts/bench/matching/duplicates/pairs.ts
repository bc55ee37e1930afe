import type { Timings } from '../engine/timings.js'
import { groupsOf } from './groups.js'
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
 * directions the likelier one counts. Records that are linked, over others too, are proposed as one person.
 */
export function proposePairs(file: RecordFile, timings: Timings): ProposedPair[] {
  const found = file.records.map((_, place) => file.alike(place, timings))
  const share = estimateShare(found.map((others) => [...others.values()].reduce((sum, odds) => sum + odds, 0)))
  const prior = share / (1 - share)
  const links = found.flatMap((others, one) =>
    [...others].map(([other, odds]) => ({ one, other, probability: toProbability(odds * prior) })),
  )
  const known = new Map(links.map((link) => [`${link.one} ${link.other}`, link.probability]))
  const probabilityOf = (one: number, other: number) =>
    Math.max(known.get(`${one} ${other}`) ?? 0, known.get(`${other} ${one}`) ?? 0)
  const groups = groupsOf(
    found.length,
    links.filter(({ probability }) => probability > sure),
  )
  return groups.flatMap((group) =>
    group.flatMap((one, nth) =>
      group.slice(nth + 1).map((other) => ({ one, other, probability: probabilityOf(one, other) })),
    ),
  )
}
