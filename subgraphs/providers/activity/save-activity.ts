import { ActivityStatus } from '../../reference/activity.js'
import { notFound } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { whenCreditIsCertain } from '../credit/credit-certainty.js'
import type { Activity } from './activity.js'
import type { ActivityRow, RowVerdict } from './change/activity-row.js'
import { actorOf } from './change/actor.js'
import { saveActivityRows } from './change/save-rows.js'
import { refuseStale } from './change/versions.js'

/**
 * Saves what a form holds, as a row of one. A draft may contradict itself, so that it can be saved while somebody types;
 * an active activity stays as it was when something is wrong, and the answer has it as it would have been.
 */
export async function saveActivity(
  context: ProvidersContext,
  row: Omit<ActivityRow, 'action'>,
  dryRun: boolean,
): Promise<RowVerdict> {
  const { viewer, em } = context
  const providerId = viewer.ownProviderId()
  const { activityId, expectedVersion } = row
  if (activityId) viewer.must('edit', await editable(context, activityId))
  return whenCreditIsCertain(em, async (transaction) => {
    const [verdict] = await saveActivityRows(transaction, [{ ...row, action: activityId ? 'UPDATE' : 'ADD' }], {
      providerId,
      actor: actorOf(context),
      isLenient: true,
      dryRun,
    })
    if (!verdict) throw new Error('A row was saved without a verdict.')
    if (verdict.activity && verdict.outcome === 'REJECTED')
      await refuseStale(transaction, verdict.activity, expectedVersion)
    return verdict
  })
}

async function editable(context: ProvidersContext, activityId: string): Promise<Activity> {
  const activity = await context.activities.load(activityId)
  if (!activity || activity.status === ActivityStatus.DELETED)
    throw notFound('There is no such activity, or it is not yours.')
  return activity
}
