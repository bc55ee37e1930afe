import { day } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import type { Bar } from '../../shared/ui/bar-chart'

/** How one operation was used on one day. */
export interface DayOfUse {
  name: string
  day: string
  calls: number
  failures: number
  meanMs: number
}

/** What `/operation-use` answers. */
export interface Use {
  use: DayOfUse[]
}

const dayMs = 86_400_000

/** A bar for each of the last days, those without a call too, up to today (UTC, as use is counted). */
export function barsOf(use: readonly DayOfUse[], days: number, now: Date): Bar[] {
  return Array.from({ length: days }, (_, place) => {
    const on = new Date(now.getTime() - (days - 1 - place) * dayMs).toISOString().slice(0, 10)
    const those = use.filter((each) => each.day === on)
    const failures = those.reduce((sum, each) => sum + each.failures, 0)
    return {
      name: day(on),
      value: those.reduce((sum, each) => sum + each.calls, 0),
      note: plural(failures, 'failure'),
    }
  })
}
