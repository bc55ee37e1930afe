import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { fingerprintOf } from './decision/fingerprint.js'
import { type DecisionRecord, writeDecisions } from './decision/write-decisions.js'
import type { Decision } from './engine/types.js'
import type { MatchingIndex } from './follow/matching-index.js'
import type { HeldLicenses } from './held-licenses.js'
import { readHeldLicenses } from './held-licenses.query.js'
import { matchParts } from './match-parts.js'
import type { LearnerClaim, LearnerMatch } from './match-types.js'
import { toPartMatch } from './part-match.js'

/** What matching needs beside the database of the request. */
export interface Matching {
  index: MatchingIndex
  /** The key of the fingerprints of claims. */
  fingerprintKey: Buffer
}

/** Answers whom each of these claims is about, in their order, and keeps every decision. */
export async function matchLearners(
  em: EntityManager,
  { index, fingerprintKey }: Matching,
  claims: readonly LearnerClaim[],
  caller: string,
): Promise<LearnerMatch[]> {
  const engine = await index.engine()
  const decided = claims.map((claim) => {
    const { license, diplomate } = matchParts(engine, claim)
    return { claim, license: withId(license), diplomate: withId(diplomate) }
  })
  const licenses = await readHeldLicenses(
    em,
    decided.flatMap(({ license }) => matchedId(license?.decision)),
  )
  const matches = decided.map(
    ({ claim, license, diplomate }): LearnerMatch => ({
      license: license && toPartMatch(license.decision, license.id, isCurrent(licenses, license.decision, claim)),
      diplomate: diplomate && toPartMatch(diplomate.decision, diplomate.id, true),
    }),
  )
  const records = decided.flatMap(({ claim, license, diplomate }): DecisionRecord[] => {
    const fingerprint = fingerprintOf(fingerprintKey, claim)
    return [
      ...(license
        ? [{ decisionId: license.id, part: 'LICENSE' as const, fingerprint, decision: license.decision }]
        : []),
      ...(diplomate
        ? [{ decisionId: diplomate.id, part: 'DIPLOMATE' as const, fingerprint, decision: diplomate.decision }]
        : []),
    ]
  })
  await writeDecisions(em, records, { caller, decidedAt: new Date() })
  return matches
}

const withId = (decision: Decision | null) => decision && { id: uuidv7(), decision }

const matchedId = (decision: Decision | undefined) =>
  decision?.decision === 'MATCHED' && decision.personId ? [decision.personId] : []

const isCurrent = (licenses: HeldLicenses, { personId }: Decision, claim: LearnerClaim) =>
  personId !== undefined && licenses.isCurrent(personId, claim)
