import { type ComparedField, comparedFields, type FieldEvidence, type ScoredCandidate } from '../engine/types.js'
import { type LearnerClaim, MatchDecision } from '../match-types.js'
import type { MatchCandidate, MatchEvidence, MatchRecord } from './match-record.js'
import type { OnFile } from './on-file.js'
import type { KeptDecision } from './read-decision.js'
import { vetoOf } from './veto-words.js'

type GivenFields = Partial<Record<ComparedField, string>>

/** Odds beyond which more say nothing, in bits; a probability so near to 0 or 1 is kept no better. */
const mostBits = 30

/** A decision as a waterfall for each candidate, beside what is on file now. Pure. */
export function explain(
  { candidates, decision, caller, personId: learnerId, priorBits, ...kept }: KeptDecision,
  people: ReadonlyMap<string, OnFile>,
  claim: Omit<LearnerClaim, 'completedOn'> | null,
): MatchRecord {
  const prior = priorBits ?? impliedPrior(candidates)
  return {
    ...kept,
    learnerId,
    decision: MatchDecision[decision],
    askedBy: caller,
    candidates: candidates.map((candidate) =>
      waterfallOf(candidate, prior, people.get(candidate.personId) ?? {}, claim ? givenOf(claim, candidate) : {}),
    ),
  }
}

function waterfallOf(
  { personId, probability, evidence, vetoes }: ScoredCandidate,
  priorBits: number,
  onFile: OnFile,
  given: GivenFields,
): MatchCandidate {
  const worded = vetoes.map(vetoOf)
  return {
    learnerId: personId,
    probability,
    priorBits,
    totalBits: priorBits + bitsOf(evidence),
    fields: comparedFields.flatMap((field) => barOf(field, evidence, onFile[field] ?? [], given[field] ?? null)),
    vetoes: worded,
    needsSecond: worded.some(({ needsSecond }) => needsSecond),
  }
}

const bitsOf = (evidence: readonly FieldEvidence[]) => evidence.reduce((sum, { bits }) => sum + bits, 0)

/** The prior of a decision with which it was not kept, from what the likeliest candidate came to. */
function impliedPrior([best, ...others]: readonly ScoredCandidate[]): number {
  if (!best) return 0
  const nobody = 1 - best.probability - others.reduce((sum, { probability }) => sum + probability, 0)
  return boundedLog(best.probability) - boundedLog(nobody) - bitsOf(best.evidence)
}

const boundedLog = (probability: number) => Math.log2(Math.max(probability, 2 ** -mostBits))

function barOf(
  field: ComparedField,
  evidence: readonly FieldEvidence[],
  onFile: string[],
  given: string | null,
): MatchEvidence[] {
  const compared = evidence.find((bar) => bar.field === field)
  if (!compared && !onFile.length && given === null) return []
  return [{ field, level: compared?.level ?? null, bits: compared?.bits ?? 0, given, onFile }]
}

/** What was given, under the fields it was compared with: one cell holds a license number or an NPI. */
function givenOf(claim: Omit<LearnerClaim, 'completedOn'>, { evidence }: ScoredCandidate): GivenFields {
  const number = claim.licenseOrNpi ?? undefined
  const isNpi = evidence.some(({ field }) => field === 'NPI')
  return {
    NPI: isNpi ? number : undefined,
    LICENSE: isNpi ? undefined : number,
    BOARD_ID: claim.boardId ? `${claim.boardCode} ${claim.boardId}` : undefined,
    LAST_NAME: claim.familyName,
    FIRST_NAME: claim.givenName,
    MIDDLE_NAME: claim.middleName ?? undefined,
    SUFFIX: claim.suffix ?? undefined,
    BIRTHDATE: birthdayOf(claim),
    STATE: claim.state ?? undefined,
  }
}

/** A month and day as providers write them: 09/10. */
export const birthdayOf = ({ birthMonth, birthDay }: Pick<LearnerClaim, 'birthMonth' | 'birthDay'>): string =>
  [birthMonth, birthDay].map((part) => String(part).padStart(2, '0')).join('/')
