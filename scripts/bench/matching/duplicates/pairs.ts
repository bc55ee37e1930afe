import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import { licenseRequirements } from '../../../../subgraphs/learners/matching/engine/requirements.js'
import type { Timings } from '../engine/timings.js'
import type { LabelledRecord } from './labelled-record.js'
import { estimateShare, toProbability } from './prior.js'

/** Two records that are proposed to be one person. */
export interface ProposedPair {
  one: number
  other: number
  probability: number
}

/** More likely than not. */
const likely = 0.5
/** One person has at most so many records of which the likeliest hide the others. */
const mostRounds = 20

/** Puts all records on file. */
export function loadRecords(records: readonly LabelledRecord[]): Promise<Engine> {
  const people = records.map(({ person }) => person)
  return Engine.build(people, { dataVersion: 'records' }, { expectedPeople: people.length * 2 })
}

/**
 * Proposes pairs: every record is asked about as if it were a claim, against all the others. A pair that was found in both
 * directions counts once, with the likelier of the two answers.
 */
export function proposePairs(engine: Engine, records: readonly LabelledRecord[], timings: Timings): ProposedPair[] {
  const places = new Map(records.map(({ person }, place) => [person.personId, place]))
  const found = records.map((_, place) => alike(engine, records, place, places, timings))
  const share = estimateShare(found.map((others) => [...others.values()].reduce((sum, odds) => sum + odds, 0)))
  const prior = share / (1 - share)
  const pairs = new Map<string, ProposedPair>()
  found.forEach((others, place) => {
    for (const [match, odds] of others) {
      const [one, other] = [Math.min(place, match), Math.max(place, match)]
      const probability = toProbability(odds * prior)
      const known = pairs.get(`${one} ${other}`)
      if (!known || known.probability < probability) pairs.set(`${one} ${other}`, { one, other, probability })
    }
  })
  return [...pairs.values()].filter(({ probability }) => probability > likely)
}

/**
 * The odds of everybody else who may be the person of a record. The engine answers who is likeliest, and leaves out whoever
 * is far less likely: so those it has named are taken off the file, and it is asked again.
 */
function alike(
  engine: Engine,
  records: readonly LabelledRecord[],
  place: number,
  places: ReadonlyMap<string, number>,
  timings: Timings,
) {
  const record = records[place]
  const others = new Map<number, number>()
  if (!record) return others
  const taken = [place]
  engine.remove(record.person.personId)
  for (let round = 0; round < mostRounds; round += 1) {
    const weighing = timings.lookup(() => engine.weigh(record.claim))
    const { candidates } = engine.decide(weighing, licenseRequirements)
    if (candidates.length === 0) break
    candidates.forEach(({ personId }, nth) => {
      const match = places.get(personId)
      if (match === undefined) return
      others.set(match, weighing.odds[nth] ?? 0)
      taken.push(match)
      engine.remove(personId)
    })
  }
  for (const each of taken) {
    const person = records[each]?.person
    if (person) engine.upsert(person)
  }
  return others
}
