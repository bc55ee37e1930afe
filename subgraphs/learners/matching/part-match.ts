import type { ComparedField, Decision, ScoredCandidate } from './engine/types.js'
import { ClaimField, MatchDecision, MatchWarning, type PartMatch } from './match-types.js'

/** The fields that a provider knows; a compared field that is none of them is not spoken of. */
const fieldOf: Partial<Record<ComparedField, ClaimField>> = ClaimField

/** A decision in the words of the graph; of the people it lists only ids go on (I12). */
export function toPartMatch(decision: Decision, decisionId: string, isCurrent: boolean, isReviewed = false): PartMatch {
  const isMatch = decision.decision === 'MATCHED'
  const [likeliest] = decision.candidates
  const matched = decision.candidates.find(({ personId }) => personId === decision.personId)
  return {
    decisionId,
    isReviewed,
    decision: MatchDecision[decision.decision],
    learnerId: decision.personId ?? null,
    disagreeing: decision.disagreeing ? distinct(decision.disagreeing.map((field) => fieldOf[field])) : [],
    isIdentified: likeliest !== undefined && isIdentified(likeliest),
    askFor: (decision.askedField && fieldOf[decision.askedField]) ?? null,
    probability: decision.probability,
    candidateIds: isMatch ? [] : decision.candidates.map(({ personId }) => personId),
    warnings: [
      ...(isMatch && matched && isVariant(matched) ? [MatchWarning.NAME_VARIANT] : []),
      ...(isMatch && !isCurrent ? [MatchWarning.LICENSE_NOT_CURRENT] : []),
    ],
  }
}

/** True where the answer would tell something of one of these people: the one found, or anybody who may be meant. */
export const isAbout = ({ decision, personId, candidates }: Decision, people: ReadonlySet<string>): boolean =>
  people.size > 0 &&
  (decision === 'MATCHED'
    ? personId !== undefined && people.has(personId)
    : candidates.some((candidate) => people.has(candidate.personId)))

/** The same decision as one that has found nobody. */
export const withheld = ({ priorBits, modelVersion, dataVersion }: Decision): Decision => ({
  decision: 'NOT_FOUND',
  probability: 0,
  candidates: [],
  priorBits,
  modelVersion,
  dataVersion,
})

const distinct = (fields: readonly (ClaimField | undefined)[]) => [
  ...new Set(fields.filter((field) => field !== undefined)),
]

const isIdentified = ({ evidence }: ScoredCandidate) =>
  evidence.some(
    ({ field, level }) => (field === 'NPI' || field === 'LICENSE' || field === 'BOARD_ID') && level === 'EXACT',
  )

/** True when a name is not, or not only, written as on file. */
const isVariant = ({ evidence }: ScoredCandidate) =>
  evidence.some(
    ({ field, level }) =>
      ((field === 'FIRST_NAME' || field === 'LAST_NAME') && level !== 'EXACT') ||
      (field === 'MIDDLE_NAME' && level === 'DIFFERENT') ||
      (field === 'NAME_ORDER' && level === 'SWAPPED'),
  )
