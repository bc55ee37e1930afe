import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../shared/postgres/bound.js'
import { executeAbout } from '../../shared/postgres/prepared.js'
import type { ActivityFacts, LearnerClaim, LearnerMatch, Owners, PartMatch } from '../owners/owners.js'
import { type LivePart, LiveParts } from './live-parts.js'
import { type BoardPart, isUnreadable, type Submission, type UnreadableRow } from './submission.js'

/** Who is meant by a row: by license, and by each of its boards. */
export interface RowMatch extends LearnerMatch {
  /** By the boards beyond the first, in their order. */
  further?: readonly (PartMatch | null)[]
}

/** What the other subgraphs know about a chunk of rows. */
export interface OwnersFacts {
  activities: Map<string, ActivityFacts>
  /** By row number. */
  matches: Map<number, RowMatch>
}

/** Asks the owners about a chunk: one call each, never per row. */
export async function askOwners(
  rows: readonly (Submission | UnreadableRow)[],
  owners: Owners,
  providerId: string,
): Promise<OwnersFacts> {
  const readable = rows.filter((row): row is Submission => !isUnreadable(row))
  if (!readable.length) return { activities: new Map(), matches: new Map() }
  const [activities, matches] = await Promise.all([
    owners.activityFacts([...new Set(readable.map(({ activityId }) => activityId))]),
    owners.matchLearners(readable.flatMap(claimsOf), providerId),
  ])
  return { activities, matches: rowMatches(readable, matches) }
}

/**
 * What our own ledger has of each learner and activity that meet in a row of a chunk, in one statement. The offset makes
 * it one look-up in the index for each pair, since the planner takes that for dearer than reading the whole table.
 */
export async function findLiveParts(
  em: EntityManager,
  rows: readonly (Submission | UnreadableRow)[],
  { activities, matches }: OwnersFacts,
): Promise<LiveParts> {
  const pairs = rows.flatMap((row) => {
    const match = matches.get(row.rowNumber)
    if (isUnreadable(row) || !match || !activities.has(row.activityId)) return []
    return matchedIds(match).map((learnerId) => ({ learnerId, activityId: row.activityId }))
  })
  const parts = await executeAbout<LivePart>(
    em,
    pairs.length,
    `select learner as "learnerId", learner_id as "writtenWith", activity_id as "activityId", completed_on::text as "completedOn", kind,
            board_code as "boardCode", distinction, quarters, completion_id as "completionId", part_id as "partId", follows_board as "followsBoard"
     from (
       select distinct given.learner, coalesce(other.learner_id, given.learner) as person, given.activity
       from unnest($1::uuid[], $2::text[]) as given (learner, activity)
       left join merged_learner me on me.learner_id = given.learner
       left join merged_learner other using (survivor_id)
     ) as pair
     cross join lateral (
       select * from live_credit
       where learner_id = person and activity_id = activity and status in ('PENDING', 'ACCEPTED')
       offset 0
     ) as live`,
    [pairs.map(({ learnerId }) => learnerId), pairs.map(({ activityId }) => activityId)],
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
  const known = await executeBound<{ learnerId: string }>(
    em,
    `select learner as "learnerId" from unnest($1::uuid[]) as mismatched (learner)
     where exists (
       select from live_credit
       where learner_id = any(same_learner(learner)) and provider_id = $2 and status = 'ACCEPTED'
     )`,
    [mismatched, providerId],
  )
  return new Set(known.map(({ learnerId }) => learnerId))
}

/** The learners whom a row is found to mean, once for each of its parts. */
export const matchedIds = ({ license, diplomate, further = [] }: RowMatch) =>
  [license, diplomate, ...further].flatMap((part) =>
    part?.decision === 'MATCHED' && part.learnerId ? [part.learnerId] : [],
  )

/** What a row says about its learner, and again for each further board, by that board’s id alone. */
const claimsOf = (row: Submission): LearnerClaim[] => [
  claimOf(row),
  ...(row.further ?? []).map((part) => ({ ...whoIs(row), ...diplomateOf(part) })),
]

/** What a row says about its learner; a license only where the CME part, or a deletion, needs it. */
export function claimOf(row: Submission): LearnerClaim {
  const byLicense = row.cme || row.action === 'DELETE'
  return {
    ...whoIs(row),
    ...(byLicense && row.state ? { state: row.state, licenseOrNpi: row.licenseOrNpi } : {}),
    ...diplomateOf(row),
  }
}

const whoIs = ({ givenName, familyName, birthMonth, birthDay, completedOn }: Submission) => ({
  givenName,
  familyName,
  birthMonth,
  birthDay,
  completedOn,
})

const diplomateOf = ({ board, boardId }: BoardPart) => (board ? { boardCode: board, boardId } : {})

function rowMatches(rows: readonly Submission[], answers: readonly LearnerMatch[]): Map<number, RowMatch> {
  const matches = new Map<number, RowMatch>()
  let next = 0
  for (const { rowNumber, further = [] } of rows) {
    const match = answers[next] ?? { license: null, diplomate: null }
    const others = answers.slice(next + 1, next + 1 + further.length).map(({ diplomate }) => diplomate)
    matches.set(rowNumber, others.length ? { ...match, further: others } : match)
    next += 1 + further.length
  }
  return matches
}
