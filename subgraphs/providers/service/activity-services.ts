import { ActivityStatus } from '../../reference/activity.js'
import { badInput, notFound } from '../../shared/errors.js'
import { messagesOf } from '../../shared/service/service-messages.js'
import {
  questionOf,
  recordsOf,
  type ServiceAnswer,
  type ServiceCall,
  serviceRoute,
} from '../../shared/service/service-route.js'
import { at, textOf, type WireRecord } from '../../shared/wire/wire-value.js'
import { Activity } from '../activity/activity.js'
import type { RowVerdict } from '../activity/change/activity-row.js'
import { actorOf } from '../activity/change/actor.js'
import { saveActivityRows } from '../activity/change/save-rows.js'
import type { ProvidersContext } from '../context.js'
import { columns } from '../intake/column/columns.js'
import { activityRecord } from '../intake/export/activity-record.js'
import { type RowIssue, rowIssue, stops } from '../intake/row/row-issue.js'
import { toActivityRow } from '../intake/row/to-activity-row.js'
import { activityLayout } from '../intake/wire/activity-layout.js'
import { wireCells } from '../intake/wire/wire-cells.js'
import { providerOf } from '../intake/wire/wire-issues.js'

/** The web services of this subgraph: SaveActivity takes whole activities, GetActivity gives one back (5.6, 5.7, 5.9). */
export const activityServices = serviceRoute<ProvidersContext>({ SaveActivity: save, GetActivity: get })

/** A document speaks of everything that an activity has, as files of documents do. */
const speaksOf = new Set(columns.map(({ key }) => key))

/**
 * Saves each activity by itself; one that is found by our id, else by the provider’s own, is changed, and never another
 * one. 201 when any was added, 400 when none could be saved.
 */
async function save(call: ServiceCall<ProvidersContext>): Promise<ServiceAnswer> {
  const { em, viewer } = call.context
  const providerId = viewer.ownProviderId()
  const records = await recordsOf(call, 'SaveActivity', activityLayout)
  if (!records.length) throw badInput('The document holds no activity.')
  const rows = records.map(({ record }) => readRecord(record, providerId))
  const context = { providerId, actor: actorOf(call.context) }
  const readable = rows.filter(({ issues }) => !issues.some(stops))
  const verdicts = await em.transactional((transaction) =>
    saveActivityRows(
      transaction,
      readable.map(({ row }) => row),
      context,
    ),
  )
  const verdictOf = new Map(readable.map((row, i) => [row, verdicts[i]]))
  const results = rows.map((row) => resultRecord(row.issues, verdictOf.get(row)))
  const outcomes = verdicts.map(({ outcome }) => outcome)
  const status = outcomes.includes('ADDED') ? 201 : outcomes.some((outcome) => outcome !== 'REJECTED') ? 200 : 400
  return { status, name: 'SaveActivityResult', record: { Activity: results } }
}

function readRecord(record: WireRecord, providerId: string) {
  const about = {
    speaksOf,
    needsOwnId: false,
    mocAttested: isAttested(record, 'MOCAttested'),
    mipsAttested: isAttested(record, 'MIPSAttested'),
  }
  const { row, issues } = toActivityRow(wireCells(record), about)
  const named = providerOf(record)
  const wrong = named && named !== providerId ? [rowIssue('OTHER_PROVIDER', null, { value: named })] : []
  return { row, issues: [...wrong, ...issues] }
}

const isAttested = (record: WireRecord, name: string) =>
  textOf(at(record, 'XtensibleInfo', name))?.toLowerCase() === 'true'

function resultRecord(issues: readonly RowIssue[], verdict: RowVerdict | undefined): WireRecord {
  const activity = verdict?.outcome === 'REJECTED' ? null : verdict?.activity
  const said = (verdict?.issues ?? []).map((found) => ({ ...found, column: found.field ?? null }))
  return {
    ActivityID: activity?.activityId ?? null,
    ProviderActivityID: activity?.providerActivityId ?? null,
    Outcome: verdict?.outcome ?? 'REJECTED',
    Status: activity?.status ?? null,
    Message: messagesOf([...issues, ...said]),
  }
}

/** One of the provider’s own activities (W05), by ActivityID or ProviderActivityID. */
async function get(call: ServiceCall<ProvidersContext>): Promise<ServiceAnswer> {
  const { em, viewer } = call.context
  const provider = viewer.ownProviderId()
  const question = await questionOf(call, 'GetActivity', activityLayout)
  const given = at(question, 'GetActivity') ?? question
  const activityId = textOf(at(given, 'ActivityID'))
  const providerActivityId = textOf(at(given, 'ProviderActivityID'))
  if (!activityId && !providerActivityId) throw badInput('Name the activity by ActivityID or ProviderActivityID.')
  // The provider’s own id of a deleted activity is free, and another one may have it now.
  const key = activityId ? { activityId } : { providerActivityId, status: { $ne: ActivityStatus.DELETED } }
  const activity = await em.findOne(Activity, { ...key, provider }, { populate: ['mocRegistrations'] })
  if (!activity) throw notFound('None of your activities has that id.')
  const record = { [activityLayout.recordName]: [activityRecord(activity)] }
  return { status: 200, name: activityLayout.envelope[0], record }
}
