import { createEvent, type DateArray } from 'ics'
import { isEvent, type PublicActivity, placeOf } from './public-activity.js'
import { creditWords, shortened } from './words.js'

/** What lasts longer is no entry over all its days: the calendar reminds of its last day. */
const longestEventDays = 14
const dayMs = 86_400_000

/** A calendar file with one entry of whole days, which are the same days in every time zone. */
export function calendarFile({ activity, address, registerAt }: PublicActivity): string {
  const { startsOn, endsOn } = activity
  const spans = isEvent(activity) && daysBetween(startsOn, endsOn) < longestEventDays
  const { value, error } = createEvent({
    uid: `${activity.activityId}@creditgraph`,
    productId: 'creditgraph/activities',
    title: oneLine(spans ? activity.title : `Last day: ${activity.title}`),
    start: dateArray(spans ? startsOn : endsOn, 0),
    end: dateArray(endsOn, 1),
    description: [
      `By ${oneLine(activity.provider.name)}`,
      ...(activity.creditQuarters ? [creditWords(activity.creditQuarters)] : []),
      shortened(activity.description ?? '', 500),
      ...(registerAt ? [registerAt.href] : []),
    ].join('\n'),
    url: address,
    ...(placeOf(activity) && { location: oneLine(placeOf(activity) ?? '') }),
    status: 'CONFIRMED',
    busyStatus: spans ? 'BUSY' : 'FREE',
  })
  if (!value) throw new Error('The calendar file could not be written.', { cause: error })
  return value
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs

function dateArray(day: string, daysLater: number): DateArray {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + daysLater * dayMs)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}
