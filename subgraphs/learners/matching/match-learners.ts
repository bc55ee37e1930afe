import type { EntityManager } from '@mikro-orm/postgresql'
import { CandidateIndex } from './candidate.js'
import { findCandidates } from './candidates.query.js'
import { readClaim } from './claim.js'
import { matchClaim } from './match.js'
import type { LearnerClaim, LearnerMatch } from './match-types.js'

/** Answers whom each of these claims is about, in their order. */
export async function matchLearners(em: EntityManager, claims: readonly LearnerClaim[]): Promise<LearnerMatch[]> {
  const read = claims.map(readClaim)
  const index = new CandidateIndex(await findCandidates(em, read))
  return read.map((claim) => matchClaim(claim, index))
}
