import type { Activity } from '../../activity/activity.js'
import { jsonDocument, xmlDocument } from '../wire/wire-document.js'
import { activityRecord } from './activity-record.js'

/** Activities as a JSON file that can be sent back (5.7), piece by piece. */
export const exportJson = (activities: AsyncIterable<Activity> | Iterable<Activity>): AsyncGenerator<string> =>
  jsonDocument(recordsOf(activities))

/** Activities as a MEMS XML file that can be sent back (5.6), piece by piece. */
export const exportXml = (activities: AsyncIterable<Activity> | Iterable<Activity>): AsyncGenerator<string> =>
  xmlDocument(recordsOf(activities))

async function* recordsOf(activities: AsyncIterable<Activity> | Iterable<Activity>) {
  for await (const activity of activities) yield activityRecord(activity)
}
