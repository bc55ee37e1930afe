import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import { licenseRequirements } from '../../../../subgraphs/learners/matching/engine/requirements.js'
import type { ComparedField, ScoredCandidate } from '../../../../subgraphs/learners/matching/engine/types.js'
import type { Timings } from '../engine/timings.js'
import { groupsOf } from './groups.js'
import type { LabelledRecord } from './labelled-record.js'
import { estimateShare, toProbability } from './prior.js'

/** Two records that are proposed to be one person. */
export interface ProposedPair {
  one: number
  other: number
  probability: number
}

/** From here on two records are linked, and whatever else is linked to either belongs to the same person. */
const sure = 0.9
/** One person has at most so many records of which the likeliest hide the others. */
const mostRounds = 20
/** What one person has only one of: two different ones forbid a proposal, whatever else agrees. */
const unique: readonly ComparedField[] = ['NPI', 'MIDDLE_NAME', 'SUFFIX']

/** Puts all records on file. */
export function loadRecords(records: readonly LabelledRecord[]): Promise<Engine> {
  const people = records.map(({ person }) => person)
  return Engine.build(people, { dataVersion: 'records' }, { expectedPeople: people.length * 2 })
}

/**
 * Proposes pairs: every record is asked about as if it were a claim, against all the others. Of the answers in both
 * directions the likelier one counts. Records that are linked, over others too, are proposed as one person.
 */
export function proposePairs(engine: Engine, records: readonly LabelledRecord[], timings: Timings): ProposedPair[] {
  const places = new Map(records.map(({ person }, place) => [person.personId, place]))
  const found = records.map((_, place) => alike(engine, records, place, places, timings))
  const share = estimateShare(found.map((others) => [...others.values()].reduce((sum, odds) => sum + odds, 0)))
  const prior = share / (1 - share)
  const links = found.flatMap((others, one) =>
    [...others].map(([other, odds]) => ({ one, other, probability: toProbability(odds * prior) })),
  )
  const known = new Map(links.map((link) => [`${link.one} ${link.other}`, link.probability]))
  const probabilityOf = (one: number, other: number) =>
    Math.max(known.get(`${one} ${other}`) ?? 0, known.get(`${other} ${one}`) ?? 0)
  const groups = groupsOf(
    records.length,
    links.filter(({ probability }) => probability > sure),
  )
  return groups.flatMap((group) =>
    group.flatMap((one, nth) =>
      group.slice(nth + 1).map((other) => ({ one, other, probability: probabilityOf(one, other) })),
    ),
  )
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
): Map<number, number> {
  const record = records[place]
  const others = new Map<number, number>()
  if (!record) return others
  const taken = [place]
  engine.remove(record.person.personId)
  for (let round = 0; round < mostRounds; round += 1) {
    const weighing = timings.lookup(() => engine.weigh(record.claim))
    const { candidates } = engine.decide(weighing, licenseRequirements)
    if (candidates.length === 0) break
    candidates.forEach((candidate, nth) => {
      const match = places.get(candidate.personId)
      if (match === undefined) return
      if (!isForbidden(candidate)) others.set(match, weighing.odds[nth] ?? 0)
      taken.push(match)
      engine.remove(candidate.personId)
    })
  }
  for (const each of taken) {
    const person = records[each]?.person
    if (person) engine.upsert(person)
  }
  return others
}

const isForbidden = ({ evidence }: ScoredCandidate) =>
  evidence.some(({ field, level }) => level === 'DIFFERENT' && unique.includes(field))
