import type { FilterQuery, QueryOrderMap } from '@mikro-orm/core'
import { registerEnumType } from 'type-graphql'
import { fromCursor } from '../../../shared/graphql/cursor.js'
import type { Activity } from '../activity.js'

/** In which order a list of activities is. */
export enum ActivitySort {
  STARTS_DESC = 'STARTS_DESC',
  STARTS_ASC = 'STARTS_ASC',
  TITLE_ASC = 'TITLE_ASC',
  CHANGED_DESC = 'CHANGED_DESC',
  CREDITS_DESC = 'CREDITS_DESC',
}

registerEnumType(ActivitySort, {
  name: 'ActivitySort',
  description: 'In which order a list of activities is; what is blank comes last.',
  valuesConfig: {
    STARTS_DESC: { description: 'The newest start first.' },
    STARTS_ASC: { description: 'The earliest start first.' },
    TITLE_ASC: { description: 'By title.' },
    CHANGED_DESC: { description: 'The last changed first.' },
    CREDITS_DESC: { description: 'The most credits first.' },
  },
})

interface Order {
  by: 'startsOn' | 'title' | 'updatedAt' | 'creditQuarters'
  direction: 'asc' | 'desc'
  /** What stands in a cursor for the key, and back. */
  write: (activity: Activity) => string
  read: (text: string) => string | number | Date
}

const text = (value: string) => value

const orders: Record<ActivitySort, Order> = {
  STARTS_DESC: { by: 'startsOn', direction: 'desc', write: ({ startsOn }) => startsOn ?? '', read: text },
  STARTS_ASC: { by: 'startsOn', direction: 'asc', write: ({ startsOn }) => startsOn ?? '', read: text },
  TITLE_ASC: { by: 'title', direction: 'asc', write: ({ title }) => title, read: text },
  CHANGED_DESC: {
    by: 'updatedAt',
    direction: 'desc',
    write: ({ updatedAt }) => updatedAt.toISOString(),
    read: (instant) => new Date(instant),
  },
  CREDITS_DESC: {
    by: 'creditQuarters',
    direction: 'desc',
    write: ({ creditQuarters }) => String(creditQuarters ?? ''),
    read: Number,
  },
}

const parts = {
  startsOn: 'OPTIONAL_DAY',
  title: 'TEXT',
  updatedAt: 'INSTANT',
  creditQuarters: 'OPTIONAL_NUMBER',
} as const

/** How the list is ordered; the id decides where the rest is equal. */
export function orderOf(sort: ActivitySort): QueryOrderMap<Activity>[] {
  const { by, direction } = orders[sort]
  return [{ [by]: `${direction} nulls last` }, { activityId: direction }]
}

/** The place of an activity in the list. */
export const keyOf = (sort: ActivitySort, activity: Activity): [string, string] => [
  orders[sort].write(activity),
  activity.activityId,
]

/** What comes behind a cursor. Throws CURSOR_INVALID for a cursor of another order. */
export function behind(sort: ActivitySort, after: string | null | undefined): FilterQuery<Activity> {
  if (!after) return {}
  const { by, direction, read } = orders[sort]
  const [key, activityId] = fromCursor(after, [parts[by], 'TEXT'])
  const further = direction === 'asc' ? '$gt' : '$lt'
  if (key === '') return { [by]: null, activityId: { [further]: activityId } }
  const value = read(key)
  return {
    $or: [{ [by]: { [further]: value } }, { [by]: value, activityId: { [further]: activityId } }, { [by]: null }],
  }
}
