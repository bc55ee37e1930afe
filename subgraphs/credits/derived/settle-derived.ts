import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { executeBound } from '../../shared/postgres/bound.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { CompletionSource } from '../completion/completion.js'
import type { LivePart } from '../record/live-parts.js'
import type { AwardedPart, Verdict } from '../record/verdict.js'
import { writeVerdicts } from '../record/write-verdicts.js'
import { type FollowingCredit, followingCredit, isSame } from './derived-credit.js'

/** A learner, an activity and a day on which something about points or credit has changed. */
export type CreditDay = Pick<LivePart, 'learnerId' | 'activityId' | 'completedOn'>

/** Who writes what follows: nobody in person. */
const author = 'creditgraph'

/**
 * Lets CME credit follow from accepted points, or takes it back, on each of these days: in the transaction that has
 * changed them, under the lock on the provider, and by the path that writes everything else.
 */
export async function settleDerived(em: EntityManager, days: readonly CreditDay[]): Promise<void> {
  if (!days.length) return
  const changes = (await lookUpDays(em, days)).flatMap(changeOf)
  for (const [providerId, ofProvider] of Map.groupBy(changes, (change) => change.providerId)) {
    const verdicts = ofProvider.map(({ verdict }) => verdict)
    await writeVerdicts(em, verdicts, {
      providerId,
      source: CompletionSource.DERIVED,
      batchId: null,
      submittedBy: author,
    })
  }
}

interface PartOfDay {
  day: number
  providerId: string
  activityId: string
  /** The day that is settled, and the one of this part. */
  settledOn: string
  completedOn: string
  learnerId: string
  completionId: string
  partId: string
  kind: LivePart['kind']
  boardCode: string
  distinction: string
  quarters: number
  followsBoard: string | null
  follows: string[] | null
  limit: number | null
}

/**
 * Everything accepted that the given learners, or those merged with them, have of the activities: a list for each day. The
 * innermost select names the learners alone, so that it is a look-up by learner: without fresh statistics the planner may take the
 * activity for the rarer of the two, and some activities have most of the credit.
 */
async function lookUpDays(em: EntityManager, days: readonly CreditDay[]): Promise<PartOfDay[][]> {
  const parts = await executeBound<PartOfDay>(
    em,
    `select day, live.provider_id as "providerId", activity as "activityId", settled_on::text as "settledOn",
       live.completed_on::text as "completedOn", live.learner_id as "learnerId", live.completion_id as "completionId",
       live.part_id as "partId", live.kind, live.board_code as "boardCode", live.distinction, live.quarters,
       live.follows_board as "followsBoard", part.follows, fact.quarters as "limit"
     from (
       select row_number() over ()::int as day, person, activity, settled_on
       from (
         select distinct survivor_of(learner) as person, activity, settled_on
         from unnest($1::uuid[], $2::text[], $3::date[]) as given (learner, activity, settled_on)
       ) as settled
     ) as settled
     cross join lateral unnest(same_learner(person)) as same (person_id)
     cross join lateral (
       select * from live_credit where learner_id = person_id
       offset 0
     ) as live
     left join credit_part part on part.learner_id = live.learner_id and part.part_id = live.part_id and live.follows_board is not null
     left join activity_fact fact on fact.activity_id = activity
     where live.activity_id = activity and live.status = 'ACCEPTED'`,
    [
      days.map(({ learnerId }) => learnerId),
      days.map(({ activityId }) => activityId),
      days.map(({ completedOn }) => completedOn),
    ],
  )
  return [...Map.groupBy(parts, ({ day }) => day).values()]
}

interface Change {
  providerId: string
  verdict: Verdict
}

function changeOf(parts: readonly PartOfDay[]): Change[] {
  const [any] = parts
  if (!any) return []
  const { providerId, activityId, settledOn, limit } = any
  const cme = parts.filter(({ kind }) => kind === 'CME')
  const ofDay = parts.filter(({ completedOn }) => completedOn === settledOn)
  const followed = ofDay.filter(({ followsBoard }) => followsBoard)
  const [stands, ...others] = followed
  const before = stands && followingOf(stands)
  const follows = followingCredit({
    points: ofDay.filter(({ kind }) => kind === 'MOC'),
    isReported: ofDay.some(({ kind, followsBoard }) => kind === 'CME' && !followsBoard),
    limit,
    otherDays: sum(cme.filter(({ completedOn }) => completedOn !== settledOn)),
    before,
  })
  const keeps = isSame(before, follows)
  const voided = keeps ? others : followed
  const awarded = follows && !keeps ? [partOf(follows, activityId, settledOn)] : []
  return voided.length || awarded.length ? [{ providerId, verdict: verdictOf(awarded, voided) }] : []
}

const followingOf = ({ followsBoard, follows, quarters, learnerId }: PartOfDay): FollowingCredit => ({
  followsBoard: followsBoard ?? '',
  follows: follows ?? [],
  quarters,
  learnerId,
})

const partOf = (follows: FollowingCredit, activityId: string, completedOn: string): AwardedPart => ({
  ...follows,
  activityId,
  completedOn,
  kind: 'CME',
  boardCode: '',
  distinction: '',
  status: 'ACCEPTED',
  licensingState: null,
  lines: [],
  completionId: v7(),
  partId: v7(),
})

const verdictOf = (awarded: AwardedPart[], voided: readonly LivePart[]): Verdict => ({
  rowNumber: 0,
  cells: {},
  outcome: RowOutcome.ACCEPTED,
  issues: [],
  learnerId: null,
  completionId: null,
  awarded,
  voided,
})

const sum = (parts: readonly PartOfDay[]) => parts.reduce((total, { quarters }) => total + quarters, 0)
