import type { Activity } from './activity/activity.js'
import { Calendar } from './activity/calendar.js'
import { drawActivities } from './activity/draw-activities.js'
import { Histories, historyDays } from './credit/histories.js'
import { type DayNumber, dayNumber } from './day.js'
import type { SeedMark } from './load/marker.js'
import { dee } from './people/demo-people.js'
import { Physicians } from './people/physicians.js'
import { Reserved } from './people/reserved.js'
import { samplePhysicians } from './people/sample-physicians.js'
import { drawProviders, type Provider } from './provider/provider.js'
import { sampleClaims } from './sample-file/sample-file.js'

/** Everything that a seed number stands for, at one scale and relative to one day. */
export interface World {
  seed: number
  today: DayNumber
  reserved: Reserved
  physicians: Physicians
  providers: readonly Provider[]
  activities: readonly Activity[]
  histories: Histories
}

/** Makes a world; the same mark always gives the same one. */
export function makeWorld(mark: SeedMark): World {
  const { seed } = mark
  const today = dayNumber(mark.today)
  const fixed = [dee(today), ...samplePhysicians()]
  const reserved = new Reserved(fixed, sampleClaims())
  const physicians = new Physicians({ seed, today, count: mark.physicians, fixed, reserved })
  const providers = drawProviders(seed, mark.providers)
  const activities = drawActivities(seed, today, mark.activities, providers)
  const calendar = new Calendar(activities, today - historyDays, today - 1)
  const histories = new Histories({ seed, today, physicians, calendar, completions: mark.completions })
  return { seed, today, reserved, physicians, providers, activities, histories }
}
