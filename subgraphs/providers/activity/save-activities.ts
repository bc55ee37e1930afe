import { badInput } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { whenCreditIsCertain } from '../credit/credit-certainty.js'
import { ActivityAction, type ActivityItemInput, fieldsOf, registrationOf } from './activity-input.js'
import type { ActivityRow, RowVerdict } from './change/activity-row.js'
import { actorOf } from './change/actor.js'
import { saveActivityRows } from './change/save-rows.js'

/** The most activities of one call. */
export const maxItems = 500

/** Saves a list of activities of the viewer's provider; each has its own outcome, and a bad one stops no other. */
export async function saveActivities(
  context: ProvidersContext,
  items: readonly ActivityItemInput[],
  dryRun: boolean,
): Promise<RowVerdict[]> {
  const providerId = context.viewer.ownProviderId()
  if (items.length > maxItems) throw badInput(`Save at most ${maxItems} activities at once, not ${items.length}.`)
  return whenCreditIsCertain(context.em, (em) =>
    saveActivityRows(em, items.map(toRow), { providerId, actor: actorOf(context), dryRun }),
  )
}

const toRow = ({ action, activate, fields, mocRegistrations, ...row }: ActivityItemInput): ActivityRow => ({
  ...row,
  action: action === ActivityAction.DELETE ? 'DELETE' : 'SAVE',
  fields: fieldsOf(fields ?? {}),
  mocRegistrations: mocRegistrations?.map(registrationOf),
  activate: activate ? 'ALWAYS' : 'NEVER',
})
