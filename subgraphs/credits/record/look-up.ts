import type { EntityManager } from '@mikro-orm/postgresql'
import type { ActivityFacts, LearnerClaim, LearnerMatch, Owners } from '../owners/owners.js'
import { type LivePart, LiveParts } from './live-parts.js'
import { isUnreadable, type Submission, type UnreadableRow } from './submission.js'

/** What the other subgraphs know about a chunk of rows. */
export interface OwnersFacts {
  activities: Map<string, ActivityFacts>
  /** By row number. */
  matches: Map<number, LearnerMatch>
}

/** Asks the owners about a chunk: one call each, never per row. */
export async function askOwners(rows: readonly (Submission | UnreadableRow)[], owners: Owners): Promise<OwnersFacts> {
  const readable = rows.filter((row): row is Submission => !isUnreadable(row))
  if (!readable.length) return { activities: new Map(), matches: new Map() }
  const [activities, matches] = await Promise.all([
    owners.activityFacts([...new Set(readable.map(({ activityId }) => activityId))]),
    owners.matchLearners(readable.map(claimOf)),
  ])
  return { activities, matches: new Map(zip(readable, matches)) }
}

/** What our own ledger has of the learners and activities of a chunk, in one statement. */
export async function findLiveParts(em: EntityManager, { activities, matches }: OwnersFacts): Promise<LiveParts> {
  const learnerIds = [...new Set([...matches.values()].flatMap(matchedIds))]
  const parts = await em.execute<LivePart[]>(
    `select learner_id as "learnerId", activity_id as "activityId", completed_on::text as "completedOn", kind,
            board_code as "boardCode", distinction, quarters, completion_id as "completionId", part_id as "partId"
     from live_credit
     where learner_id = any(?::uuid[]) and activity_id = any(?::text[]) and status in ('PENDING', 'ACCEPTED')`,
    [toArray(learnerIds), toArray([...activities.keys()])],
  )
  return new LiveParts(parts)
}

/** Learners of a chunk for whom this provider already has an accepted record. */
export async function findKnownLearners(
  em: EntityManager,
  providerId: string,
  { matches }: OwnersFacts,
): Promise<Set<string>> {
  const mismatched = [...matches.values()].flatMap(({ license }) =>
    license?.decision === 'MISMATCH' && license.learnerId ? [license.learnerId] : [],
  )
  if (!mismatched.length) return new Set()
  const known = await em.execute<{ learnerId: string }[]>(
    `select distinct learner_id as "learnerId" from live_credit
     where learner_id = any(?::uuid[]) and provider_id = ? and status = 'ACCEPTED'`,
    [toArray(mismatched), providerId],
  )
  return new Set(known.map(({ learnerId }) => learnerId))
}

/** An array literal of plain ids, for one bound parameter. */
const toArray = (ids: readonly string[]) => `{${ids.map((id) => `"${id.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

const matchedIds = ({ license, diplomate }: LearnerMatch) =>
  [license, diplomate].flatMap((part) => (part?.decision === 'MATCHED' && part.learnerId ? [part.learnerId] : []))

function claimOf(row: Submission): LearnerClaim {
  const byLicense = row.cme || row.action === 'DELETE'
  return {
    givenName: row.givenName,
    familyName: row.familyName,
    birthMonth: row.birthMonth,
    birthDay: row.birthDay,
    completedOn: row.completedOn,
    ...(byLicense && row.state ? { state: row.state, licenseOrNpi: row.licenseOrNpi } : {}),
    ...(row.board ? { boardCode: row.board, boardId: row.boardId } : {}),
  }
}

const zip = (rows: readonly Submission[], matches: readonly LearnerMatch[]) =>
  rows.map((row, index): [number, LearnerMatch] => [
    row.rowNumber,
    matches[index] ?? { license: null, diplomate: null },
  ])
