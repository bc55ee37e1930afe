import { isDeepStrictEqual } from 'node:util'
import type { Activity } from '../activity.js'
import { isFilled } from './blank.js'

/** What stands in the history instead of a field of its own. */
const apart = new Set<string>([
  'activityId',
  'provider',
  'mocRegistrations',
  'source',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
] satisfies (keyof Activity)[])

/** Fields by name, as JSON has them; registrations as a list under `mocRegistrations`. */
export type Snapshot = Record<string, unknown>

/** What changed: the changed fields only, as they were and as they are. */
export interface Difference {
  before: Snapshot
  after: Snapshot
}

/** A value as JSON has it, without blank parts, so that the same is equal however it came. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return value
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined)
  return Object.fromEntries(parts.map(([name, part]) => [name, plain(part)]))
}

/** Everything about an activity that its history keeps. */
export function snapshotOf(activity: Activity): Snapshot {
  const fields = Object.entries(activity).filter(([name, value]) => !apart.has(name) && typeof value !== 'function')
  const registrations = activity.mocRegistrations.getItems().map(({ activity: _, ...registration }) => registration)
  return {
    ...Object.fromEntries(fields.map(([name, value]) => [name, plain(value)])),
    mocRegistrations: plain(registrations.toSorted((a, b) => a.boardCode.localeCompare(b.boardCode))),
  }
}

/** The fields in which two states of an activity differ, or null when they are the same. */
export function differenceOf(before: Activity, after: Activity): Difference | null {
  const [was, is] = [snapshotOf(before), snapshotOf(after)]
  const names = Object.keys({ ...was, ...is }).filter((name) => !isDeepStrictEqual(was[name] ?? null, is[name] ?? null))
  if (!names.length) return null
  const pick = (snapshot: Snapshot) => Object.fromEntries(names.map((name) => [name, snapshot[name] ?? null]))
  return { before: pick(was), after: pick(is) }
}

/** What was filled in when an activity was entered. */
export const creationOf = (activity: Activity): { before: null; after: Snapshot } => ({
  before: null,
  after: Object.fromEntries(Object.entries(snapshotOf(activity)).filter(([, value]) => isFilled(value))),
})
