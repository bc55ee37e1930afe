import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CountChange } from '../count/count-credit.js'
import { ledgerInstant } from './ledger-instant.js'
import type { PlacedVerdict, Verdict } from './verdict.js'
import { decideVoided, leaveProjection, type PartKey } from './void-parts.js'
import type { Author } from './write-verdicts.js'

/** The newest version of a record, with the parts it consists of. */
interface Head {
  recordId: string
  learnerId: string
  versionId: string
  version: number
  parts: string[]
  /** Those of them that the board has refused. */
  rejected: string[]
}

interface Deletion extends Omit<Head, 'rejected'> {
  batchId: string | null
  rowNumber: number
  supersedes: string
  action: 'VOIDED' | 'CORRECTED'
}

/**
 * Writes what rows took back: a decision on each part, and a version of each record without them. Where nothing but points
 * that were refused would be left of a record, they go along, so that a deleted record is gone from every view (L39).
 */
export async function writeDeletions(
  em: EntityManager,
  verdicts: readonly PlacedVerdict[],
  author: Author,
): Promise<CountChange[]> {
  const voided = verdicts.flatMap((verdict) => verdict.voided)
  const heads = new Map((await findHeads(em, voided)).map((head) => [head.recordId, head]))
  const refused: PartKey[] = []
  const deletions: Deletion[] = []
  for (const { batchId, rowNumber, voided: parts } of verdicts) {
    for (const [recordId, taken] of Map.groupBy(parts, ({ completionId }) => completionId)) {
      const head = heads.get(recordId)
      if (!head) throw new Error(`Record ${recordId} has no version.`)
      const stays = head.parts.filter((id) => !taken.some(({ partId }) => partId === id))
      const lost = stays.every((id) => head.rejected.includes(id)) ? stays : []
      refused.push(...lost.map((partId) => ({ learnerId: head.learnerId, partId })))
      const { learnerId, versionId, version } = head
      const next = { recordId, learnerId, versionId: v7(), version: version + 1, parts: lost.length ? [] : stays }
      const action = next.parts.length ? 'CORRECTED' : 'VOIDED'
      deletions.push({ ...next, batchId, rowNumber, supersedes: versionId, action })
      heads.set(recordId, { ...head, ...next })
    }
  }
  const gone = refused.length ? await leaveProjection(em, refused) : []
  const at = await ledgerInstant(em)
  await decideVoided(em, [...voided, ...refused], { by: author.submittedBy, at })
  await appendVersions(em, deletions, at, author)
  return gone
}

const findHeads = (em: EntityManager, parts: Verdict['voided']) =>
  executeBound<Head>(
    em,
    `select first.completion_id as "recordId", first.learner_id as "learnerId",
       coalesce(last.completion_id, first.completion_id) as "versionId", coalesce(last.version, 1) as version,
       coalesce(last.parts, array(
         select part_id from credit_part p where p.learner_id = first.learner_id and p.completion_id = first.completion_id
       )) as parts,
       array(
         select part_id from live_credit l
         where l.learner_id = first.learner_id and l.completion_id = first.completion_id and l.status = 'REJECTED'
       ) as rejected
     from (select distinct learner, record from unnest($1::uuid[], $2::uuid[]) as given (learner, record)) given
     join completion first on first.learner_id = learner and first.completion_id = record
     left join lateral (
       select completion_id, version, parts from completion v
       where v.learner_id = first.learner_id and v.record_id = first.completion_id order by version desc limit 1
     ) last on true`,
    [parts.map(({ learnerId }) => learnerId), parts.map(({ completionId }) => completionId)],
  )

async function appendVersions(
  em: EntityManager,
  deletions: readonly Deletion[],
  at: string,
  { source, submittedBy, byName }: Author,
): Promise<void> {
  await executeBound(
    em,
    `insert into completion (learner_id, completion_id, provider_id, activity_id, completed_on, source, batch_id, row_number,
       supersedes, submitted_by, by_name, recorded_at, record_id, version, action, parts)
     select first.learner_id, "versionId", first.provider_id, before.activity_id, before.completed_on, $2, "batchId", "rowNumber",
       given.supersedes, $3, $4, $5::timestamptz, "recordId", given.version, given.action, given.parts
     from jsonb_to_recordset($1::jsonb) as given (
       "learnerId" uuid, "versionId" uuid, "recordId" uuid, version int, supersedes uuid, action text, parts uuid[], "batchId" uuid, "rowNumber" int)
     join completion first on first.learner_id = "learnerId" and first.completion_id = "recordId"
     cross join lateral (
       select activity_id, completed_on from completion v
       where v.learner_id = "learnerId" and (v.completion_id = "recordId" or v.record_id = "recordId")
       order by v.version desc limit 1
     ) before`,
    [JSON.stringify(deletions), source, submittedBy, byName ?? null, at],
  )
}
