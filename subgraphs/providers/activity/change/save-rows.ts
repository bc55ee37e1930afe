import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../../reference/central-day.js'
import { ProviderOrganization } from '../../organization/provider-organization.js'
import { Activity } from '../activity.js'
import type { ActivityRow, RowVerdict } from './activity-row.js'
import type { Actor } from './actor.js'
import { judgeRows } from './judge-rows.js'
import { lockActivities, newActivityIds, readActivities } from './read-activities.js'
import { type Described, lookAround } from './surroundings.js'
import { writeChanges } from './write-changes.js'

/** The most rows at once: what is looked up for them is held in memory. */
export const maxRowsAtOnce = 1_000

/** Whose activities are saved, by whom, and how. */
export interface SaveContext {
  providerId: string
  actor: Actor
  /** True to judge and write nothing. */
  dryRun?: boolean
  /** True for a form that saves while somebody types: a draft may contradict itself. */
  isLenient?: boolean
}

/**
 * Saves up to 1,000 activities of one provider in the caller's transaction: looked up in bulk, judged by pure rules in
 * their order, written in four statements. Each row has its verdict; a bad row stops no other. The same rows again are
 * UNCHANGED.
 */
export async function saveActivityRows(
  em: EntityManager,
  rows: readonly ActivityRow[],
  { providerId, actor, dryRun = false, isLenient = false }: SaveContext,
): Promise<RowVerdict[]> {
  if (rows.length > maxRowsAtOnce) throw new RangeError(`Save at most ${maxRowsAtOnce} activities at once.`)
  await lockActivities(em, providerId)
  const provider = await em.findOneOrFail(ProviderOrganization, providerId)
  const known = await readActivities(em, providerId, {
    activityIds: rows.flatMap(({ activityId }) => activityId ?? []),
    ownIds: rows.flatMap(({ fields }) => fields?.providerActivityId?.trim() || []),
  })
  const surroundings = await lookAround(
    em,
    providerId,
    centralDay(actor.at),
    expectedStates(rows, known),
    known.map(({ activityId }) => activityId),
  )
  const added = rows.filter(({ activityId }) => !activityId)
  const ids = dryRun ? added.map((_, index) => `new-${index + 1}`) : await newActivityIds(em, added.length)
  const fresh = ids.values()
  const newId = () => String(fresh.next().value)
  const verdicts = judgeRows(rows, { provider, actor, isLenient, surroundings, known, newId })
  if (!dryRun)
    await writeChanges(
      em,
      verdicts.flatMap(({ change }) => change ?? []),
      actor,
    )
  return verdicts
}

/** What the rows lead to, as far as it has to be known to look around them. */
function expectedStates(rows: readonly ActivityRow[], known: readonly Activity[]): Described[] {
  const byId = new Map(known.map((activity) => [activity.activityId, activity]))
  const byOwnId = new Map(known.map((activity) => [activity.providerActivityId, activity]))
  return rows.map(({ activityId, fields = {} }) => {
    const ownId = fields.providerActivityId?.trim()
    const before = byId.get(activityId ?? '') ?? byOwnId.get(ownId)
    return {
      providerActivityId: ownId ?? before?.providerActivityId,
      title: fields.title?.trim() ?? before?.title ?? '',
      startsOn: fields.startsOn ?? before?.startsOn,
      endsOn: fields.endsOn ?? before?.endsOn,
    }
  })
}
