import { anyQuestion, askFor } from './ask-for.js'
import {
  bitsAgainstTwin,
  type Circumstances,
  evidenceOf,
  fitsEverything,
  hasIdentifier,
  isAmbiguity,
  isCompared,
  offFields,
  vetoesOf,
  type Weighed,
} from './decide.js'
import type { Model, Thresholds } from './model/weights.js'
import type { ReadClaim } from './read-claim.js'
import type { Requirements } from './requirements.js'
import type { PeopleTable } from './table/people-table.js'
import { type Decision, maxCandidates, type ScoredCandidate } from './types.js'

/** Share of the likeliest candidate from which somebody is worth listing beside him or her. */
const plausible = 1e-3
/** Odds of the rest below which the likeliest candidate is meant, though something is off. */
const clear = 0.25
/** Whoever is unsure is shown beside the next one, however unlikely: that is what the doubt has to be settled against. */
const fewestOfSeveral = 2

/** What the candidates of one claim weigh. */
export interface Weighing {
  claim: ReadClaim
  /** The likeliest first, ties by id. */
  weighed: Weighed[]
  /** Odds of each against “nobody on file”, in the same order, all readings of the names together. */
  odds: number[]
  circumstances: Omit<Circumstances, 'requirements'>
}

/** What decides beside the weights. */
export interface Court {
  people: PeopleTable
  model: Model
  thresholds: Thresholds
}

type Verdict = Omit<Decision, 'priorBits' | 'modelVersion' | 'dataVersion'>

const nobody: Verdict = { decision: 'NOT_FOUND', probability: 0, candidates: [] }

/** Whom a claim is about: by the posterior first, and by the rules above it. Pure. */
export function verdictOn(
  { claim, weighed, odds, circumstances }: Weighing,
  requirements: Requirements,
  { people, model, thresholds }: Court,
): Verdict {
  const [best] = weighed
  const [bestOdds = 0] = odds
  if (!best || bestOdds < 1e-2 || isNameless(claim, best)) return circumstances.isCrowd ? somebody(claim) : nobody

  const idOf = ({ row }: Weighed) => people.personId(row)
  let others = 0
  for (let place = 1; place < odds.length; place++) others += odds[place] as number
  const total = 1 + bestOdds + others
  const probability = bestOdds / total
  const shown = weighed.slice(0, maxCandidates)
  const listed = shown.filter((_, place) => (odds[place] as number) >= bestOdds * plausible)
  const allCircumstances = { ...circumstances, requirements }
  const toCandidate = (candidate: Weighed, place: number): ScoredCandidate => ({
    personId: idOf(candidate),
    probability: (odds[place] as number) / total,
    evidence: evidenceOf(candidate),
    vetoes: vetoesOf(candidate, allCircumstances),
  })
  const candidates = listed.map(toCandidate)
  const answer = { probability, candidates }
  const [first] = candidates
  const stranger = oddsOfStranger(best, bestOdds, circumstances, model)
  const isSure = stranger <= thresholds.nobody && others / bestOdds <= thresholds.others
  if (isSure && first?.vetoes.length === 0) {
    return { decision: 'MATCHED', personId: first.personId, ...answer, ...wrongNpi(claim) }
  }
  if (requirements.identifierDecides) {
    const holder = onlyHolder(listed, candidates)
    if (holder) return { decision: 'MATCHED', personId: idOf(holder), ...answer }
  }

  const off = offFields(best, claim)
  const [namedField] = off
  const askedField = askFor(claim, listed, people)
  const isAlone = claim.day !== 0 || listed.length === 1
  const isClear = isAlone && others <= clear * bestOdds && first?.vetoes.every((veto) => !isAmbiguity(veto))
  if (isClear && namedField && probability >= 0.8) {
    return { decision: 'MISMATCH', personId: idOf(best), namedField, disagreeing: off, askedField, ...answer }
  }
  const isContradicted = first?.vetoes.some((veto) => !isAmbiguity(veto)) && namedField
  const isFound = (bestOdds + others) / total >= (isContradicted ? 0.8 : 0.2)
  if (!isFound && !circumstances.isCrowd) return { decision: 'NOT_FOUND', ...answer }
  const several = listed.length < fewestOfSeveral ? shown.slice(0, fewestOfSeveral).map(toCandidate) : candidates
  const named = namedField ? { namedField } : {}
  return { decision: 'AMBIGUOUS', askedField, ...named, probability, candidates: several }
}

/** One of more people than can be looked at. */
const somebody = (claim: ReadClaim): Verdict => {
  const askedField = anyQuestion(claim)
  return { decision: 'AMBIGUOUS', ...(askedField ? { askedField } : {}), probability: 0, candidates: [] }
}

/** An NPI whose check digit is wrong is for the row to be told of, whoever is meant (L15). */
const wrongNpi = ({ npiDigits, npi }: ReadClaim): Pick<Decision, 'disagreeing'> =>
  npiDigits && !npi ? { disagreeing: ['NPI'] } : {}

/** Odds against the likeliest candidate that somebody is meant who is not on file: anybody, or a twin. */
function oddsOfStranger(
  best: Weighed,
  bestOdds: number,
  { unknown }: Pick<Circumstances, 'unknown'>,
  { unknownNumber, twin }: Model,
): number {
  const unexplained = unknown.filter((field) => !isCompared(best, field)).length
  return unknownNumber ** -unexplained / bestOdds + twin * 2 ** -bitsAgainstTwin(best)
}

/** The only one who holds an identifier and whom no rule forbids, unless everything fits somebody else. */
function onlyHolder(listed: readonly Weighed[], candidates: readonly ScoredCandidate[]): Weighed | undefined {
  const holders = listed.filter((candidate, place) => hasIdentifier(candidate) && !candidates[place]?.vetoes.length)
  const isOutdone = listed.some((candidate) => !holders.includes(candidate) && fitsEverything(candidate))
  return holders.length === 1 && !isOutdone ? holders[0] : undefined
}

/** Without both names and without an identifier nobody is meant. */
const isNameless = ({ readings: [reading] }: ReadClaim, best: Weighed) =>
  !(reading?.family && reading.given) && !hasIdentifier(best)
