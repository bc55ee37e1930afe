import type { CertifyingBoardCode } from '../../reference/certifying-boards.js'
import { areNamesExact, compare, contradicting, resembles, satisfies } from './agreement.js'
import type { Candidate, CandidateIndex, LicenseOnFile } from './candidate.js'
import type { ReadClaim } from './claim.js'
import { besideBoardId, besideLicense, besideNpi, byNames, matchesWithoutId, type Rule } from './match-rules.js'
import { ClaimField, type LearnerMatch, MatchDecision, MatchWarning, type PartMatch } from './match-types.js'

/**
 * Decides whom a claim is about among the physicians of an index: pure, and the same whenever claim and file are the
 * same (I14). Each part of the claim is decided by itself; that two parts name two people is for the caller to see (I11).
 */
export function matchClaim(claim: ReadClaim, index: CandidateIndex): LearnerMatch {
  const fitting = index.withFamilyName(claim.familyKeys, claim.birthMonth, claim.birthDay).filter(meets(claim, byNames))
  return {
    license: claim.state ? matchLicense(claim, claim.state, fitting, index) : null,
    diplomate: claim.boardCode ? matchDiplomate(claim, claim.boardCode, fitting, index) : null,
  }
}

function matchLicense(claim: ReadClaim, state: string, namesakes: Candidate[], index: CandidateIndex): PartMatch {
  const fitting = namesakes.filter((candidate) => licensesIn(candidate, state).length > 0)
  const withNpi = claim.npi ? index.withNpi(claim.npi) : []
  const withLicense = index.withLicense(state, claim.licenseKeys)
  const verdict = decide(claim, {
    fitting,
    identifier: givenNumber(claim, { fitting, withNpi, withLicense }),
    named: [...new Set([...withNpi, ...withLicense])],
    agreeing: [
      ...new Set([...withNpi.filter(meets(claim, besideNpi)), ...withLicense.filter(meets(claim, besideLicense))]),
    ],
  })
  const isCurrent = verdict.decision !== 'MATCHED' || holdsCurrentLicense(verdict.learner, state, claim)
  return toPartMatch(claim, verdict, isCurrent ? [] : [MatchWarning.LICENSE_NOT_CURRENT])
}

function matchDiplomate(
  claim: ReadClaim,
  board: CertifyingBoardCode,
  namesakes: Candidate[],
  index: CandidateIndex,
): PartMatch {
  const certified = namesakes.filter(({ diplomates }) => diplomates.some(({ boardCode }) => boardCode === board))
  const named = claim.boardIdKey ? index.withBoardId(board, claim.boardIdKey) : []
  const verdict = decide(claim, {
    fitting: claim.boardIdKey || matchesWithoutId(board) ? certified : [],
    identifier: claim.boardIdKey ? ClaimField.BOARD_ID : undefined,
    named,
    agreeing: named.filter(meets(claim, besideBoardId(board))),
  })
  return toPartMatch(claim, verdict, [])
}

/** What one part of a claim points at. */
interface Evidence {
  /** Everybody whose names and birthday fit, within the state or the board. */
  fitting: Candidate[]
  /** The field of the identifier, when one was given that says something. */
  identifier: ClaimField | undefined
  /** Everybody who has the identifier on file. */
  named: Candidate[]
  /** Those of them with whom enough else agrees. */
  agreeing: Candidate[]
}

type Verdict =
  | { decision: 'MATCHED'; learner: Candidate }
  | { decision: 'MISMATCH'; learner: Candidate | undefined; disagreeing: ClaimField[] }
  | { decision: 'AMBIGUOUS' | 'NOT_FOUND' }

/**
 * An identifier settles who of several is meant, but it never outweighs somebody else whom everything fits better: that
 * is a row with a wrong number, and it belongs to neither (I08).
 */
function decide(claim: ReadClaim, { fitting, identifier, named, agreeing }: Evidence): Verdict {
  if (!identifier || named.length + fitting.length === 0) return theOne(fitting)
  const holders = bestOf(agreeing, fitting)
  const isOutdone = fitting.length > 0 && !holders.some((holder) => fitting.includes(holder))
  if (isOutdone) return { decision: 'MISMATCH', learner: sole(holders) ?? sole(named), disagreeing: [identifier] }
  return holders.length > 0 ? theOne(holders) : blame(claim, named)
}

function theOne(people: Candidate[]): Verdict {
  const [learner, ...others] = people
  if (!learner) return { decision: 'NOT_FOUND' }
  return others.length > 0 ? { decision: 'AMBIGUOUS' } : { decision: 'MATCHED', learner }
}

/** Those whom everything fits, or else all of them. */
function bestOf(agreeing: Candidate[], fitting: Candidate[]): Candidate[] {
  const best = agreeing.filter((candidate) => fitting.includes(candidate))
  return best.length > 0 ? best : agreeing
}

/**
 * Says which given fields contradict the holder of an identifier. The identifier itself is never among them: it is said
 * to be wrong only where names and birthday fit somebody, or else that word would tell a guessed birthday from the right one.
 */
function blame(claim: ReadClaim, named: Candidate[]): Verdict {
  const learner = sole(named) ?? sole(named.filter((candidate) => resembles(compare(claim, candidate))))
  const disagreeing = learner ? contradicting(compare(claim, learner)) : []
  return disagreeing.length > 0 ? { decision: 'MISMATCH', learner, disagreeing } : { decision: 'NOT_FOUND' }
}

/** The kind of number that was given. An NPI that nobody has on file contradicts only those who have another one there. */
function givenNumber(
  { npi, licenseKeys }: ReadClaim,
  { fitting, withNpi, withLicense }: Record<'fitting' | 'withNpi' | 'withLicense', Candidate[]>,
): ClaimField | undefined {
  if (!npi || withLicense.length > 0) return licenseKeys.length > 0 ? ClaimField.LICENSE : undefined
  return withNpi.length > 0 || fitting.some((candidate) => candidate.npi) ? ClaimField.NPI : undefined
}

/** True when the license that was named, or else any license in the state, was in force on the day of completion (I15). */
function holdsCurrentLicense(learner: Candidate, state: string, { licenseKeys, completedOn }: ReadClaim): boolean {
  const held = licensesIn(learner, state)
  const named = held.filter(({ key }) => licenseKeys.includes(key))
  return (named.length > 0 ? named : held).some((license) => wasInForce(license, completedOn))
}

const wasInForce = ({ status, effectiveFrom, effectiveTo }: LicenseOnFile, day: string) =>
  effectiveFrom <= day && (effectiveTo ? day <= effectiveTo : status === 'ACTIVE')

const licensesIn = ({ licenses }: Candidate, state: string) => licenses.filter((license) => license.state === state)

const meets = (claim: ReadClaim, rule: Rule) => (candidate: Candidate) => satisfies(compare(claim, candidate), rule)

const sole = <T>(items: readonly T[]) => (items.length === 1 ? items[0] : undefined)

function toPartMatch(claim: ReadClaim, verdict: Verdict, warnings: MatchWarning[]): PartMatch {
  const learner = 'learner' in verdict ? verdict.learner : undefined
  const isVariant = verdict.decision === 'MATCHED' && !areNamesExact(compare(claim, verdict.learner))
  return {
    decision: MatchDecision[verdict.decision],
    learnerId: learner?.learnerId ?? null,
    disagreeing: verdict.decision === 'MISMATCH' ? verdict.disagreeing : [],
    warnings: isVariant ? [MatchWarning.NAME_VARIANT, ...warnings] : warnings,
  }
}
