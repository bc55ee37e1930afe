import { jsonDocument, xmlDocument } from '../../../shared/wire/wire-document.js'
import type { Activity } from '../../activity/activity.js'
import { activityLayout } from '../wire/activity-layout.js'
import { activityRecord } from './activity-record.js'

/** Activities as a JSON file that can be sent back (5.7), piece by piece. */
export const exportJson = (activities: AsyncIterable<Activity> | Iterable<Activity>): AsyncGenerator<string> =>
  jsonDocument(recordsOf(activities), activityLayout)

/** Activities as a MEMS XML file that can be sent back (5.6), piece by piece. */
export const exportXml = (activities: AsyncIterable<Activity> | Iterable<Activity>): AsyncGenerator<string> =>
  xmlDocument(recordsOf(activities), activityLayout)

async function* recordsOf(activities: AsyncIterable<Activity> | Iterable<Activity>) {
  for await (const activity of activities) yield activityRecord(activity)
}
