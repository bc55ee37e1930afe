import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import type { MatchPart } from '../matching/decision/match-record.js'
import type { LearnerClaim } from '../matching/match-types.js'
import { identityFingerprint, partsOf } from './identity.js'
import type { Ruling } from './ruling.js'

/** What people have decided about claims of one provider. */
export interface Rulings {
  on(part: MatchPart, claim: LearnerClaim): Ruling | undefined
}

const none: Rulings = { on: () => undefined }

/** The rulings in force for these claims; providers that never asked cost one look at an index. */
export async function readRulings(
  em: EntityManager,
  key: Buffer,
  providerId: string,
  claims: readonly LearnerClaim[],
): Promise<Rulings> {
  const [any] = await executeBound(em, 'select 1 from review_fact where provider_id = $1 limit 1', [providerId])
  if (!any) return none
  const printed = claims.flatMap((claim) =>
    partsOf(claim).map((part) => ({ claim, part, fingerprint: identityFingerprint(key, part, claim) })),
  )
  const rows = await executeBound<Ruling & { fingerprint: string }>(em, rulingsSql, [
    providerId,
    [...new Set(printed.map(({ fingerprint }) => fingerprint))],
  ])
  if (!rows.length) return none
  const byFingerprint = new Map(rows.map(({ fingerprint, ...ruling }) => [fingerprint, ruling]))
  const byClaim = new Map<LearnerClaim, Partial<Record<MatchPart, Ruling>>>()
  for (const { claim, part, fingerprint } of printed) {
    const ruling = byFingerprint.get(fingerprint)
    if (ruling) byClaim.set(claim, { ...byClaim.get(claim), [part]: ruling })
  }
  return { on: (part, claim) => byClaim.get(claim)?.[part] }
}

const rulingsSql = `
  select encode(fact.fingerprint, 'hex') as fingerprint, case_id as "caseId",
    (select coalesce(survivor_id, learner_id) from learner where learner_id = fact.learner_id) as "learnerId",
    array(select coalesce(survivor_id, learner_id) from learner where learner_id = any(refused_ids)) as "refusedIds"
  from unnest($2::text[]) as asked (fingerprint)
  join review_fact fact on fact.provider_id = $1 and fact.fingerprint = decode(asked.fingerprint, 'hex')
  where effective_at <= clock_timestamp()`
