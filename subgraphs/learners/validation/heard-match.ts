import {
  type ClaimField,
  type LearnerMatch,
  MatchDecision,
  type MatchWarning,
  type PartMatch,
} from '../matching/match-types.js'
import { sayable } from './sayable.js'

/** What a provider hears about one part, before it is put into words; nothing in it is about anybody else (I12). */
export type HeardPart =
  | { decision: MatchDecision.MATCHED; details: readonly MatchWarning[] }
  /** The further field that would settle it best, where there is one. */
  | { decision: MatchDecision.AMBIGUOUS; details: readonly ClaimField[] }
  /** The fields that disagree and may be named. */
  | { decision: MatchDecision.MISMATCH; details: readonly ClaimField[] }
  | { decision: MatchDecision.NOT_FOUND; details: readonly [] }

/** What a provider hears about both parts of a claim. */
export interface HeardMatch {
  license: HeardPart | null
  board: HeardPart | null
  /** True when both parts have found somebody, and not the same person (I11). */
  areTwo: boolean
}

/** What of a match a provider hears. Pure. */
export const heardMatch = ({ license, diplomate }: LearnerMatch): HeardMatch => ({
  license: license ? heardPart(license) : null,
  board: diplomate ? heardPart(diplomate) : null,
  areTwo:
    license?.decision === MatchDecision.MATCHED &&
    diplomate?.decision === MatchDecision.MATCHED &&
    license.learnerId !== diplomate.learnerId,
})

/**
 * Of a mismatch that must not be told apart from nobody, the same is heard as of nobody. An NPI that is none is to be
 * mended, even though it is clear who is meant (L15).
 */
function heardPart(match: PartMatch): HeardPart {
  switch (match.decision) {
    case MatchDecision.MATCHED:
      if (match.disagreeing.length) return { decision: MatchDecision.MISMATCH, details: match.disagreeing }
      return { decision: match.decision, details: match.warnings }
    case MatchDecision.AMBIGUOUS:
      return { decision: match.decision, details: match.askFor ? [match.askFor] : [] }
    case MatchDecision.MISMATCH: {
      const said = sayable(match)
      return said.length ? { decision: match.decision, details: said } : nobody
    }
    case MatchDecision.NOT_FOUND:
      return nobody
  }
}

const nobody: HeardPart = { decision: MatchDecision.NOT_FOUND, details: [] }
