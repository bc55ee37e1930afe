import { type ActivityFormat, ActivityStatus } from '../../../subgraphs/reference/activity.js'
import type { DayNumber } from '../day.js'
import { type Specialty, specialties } from '../people/specialties.js'
import type { Provider } from '../provider/provider.js'
import { type Random, randomStream } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import type { Activity } from './activity.js'
import { demoActivities } from './demo-activities.js'
import { formats } from './formats.js'
import { drawRegistrations } from './registrations.js'

const firstId = 200_000_100
const longPastDays = 3 * 365

/** Formats whose learners are on the spot. */
const localFormats = new Set<ActivityFormat>(['RSS', 'COMMITTEE', 'LFT', 'PI'] as ActivityFormat[])

const formatShares = new Weighted(
  Object.entries(formats).map(([format, { share }]) => [format as ActivityFormat, share]),
)
const fields = new Weighted<Specialty | undefined>([
  [undefined, 14],
  ...specialties.map((specialty): [Specialty, number] => [specialty, specialty.share]),
])

/** The activities of a seed: those of the demo, then made-up ones over the last three years and the months ahead. */
export function drawActivities(
  seed: number,
  today: DayNumber,
  count: number,
  providers: readonly Provider[],
): Activity[] {
  const stream = randomStream(seed, 'activities')
  const bySize = new Weighted(providers.map((provider) => [provider, provider.size]))
  const fixed = demoActivities(today, providers)
  const drawn = Array.from({ length: Math.max(0, count - fixed.length) }, (_, index) =>
    drawActivity(stream(index), String(firstId + index), bySize, today),
  )
  return [...fixed, ...drawn]
}

function drawActivity(random: Random, activityId: string, bySize: Weighted<Provider>, today: DayNumber): Activity {
  const provider = bySize.draw(random)
  const format = formatShares.draw(random)
  const specialty = fields.draw(random)
  const habits = formats[format]
  const { sessionQuarters, ...extent } = habits.extent(random, today + random.between(-longPastDays - 120, 100))
  const status = drawStatus(random, extent, today)
  const delivery = habits.delivery.draw(random)
  const isLocal =
    localFormats.has(format) || (format === 'COURSE' && delivery.length === 1 && delivery[0] === 'IN_PERSON')
  return {
    activityId,
    provider,
    specialty: specialty?.name as Activity['specialty'],
    format,
    delivery,
    ...extent,
    sessionQuarters: sessionQuarters ?? extent.quarters,
    localTo: isLocal && !provider.isNational ? provider.state : undefined,
    status,
    registrations: status === ActivityStatus.DRAFT ? [] : drawRegistrations(random, { format, ...extent }, specialty),
    popularity: habits.draw * random.logNormal(1, 1),
  }
}

function drawStatus(
  random: Random,
  { startsOn, endsOn }: { startsOn: DayNumber; endsOn: DayNumber },
  today: DayNumber,
): ActivityStatus {
  if (random.chance(0.006)) return ActivityStatus.DELETED
  if (endsOn < today)
    return random.chance(today - endsOn > 120 ? 0.9 : 0.25) ? ActivityStatus.CLOSED : ActivityStatus.ACTIVE
  return random.chance(startsOn > today ? 0.2 : 0.02) ? ActivityStatus.DRAFT : ActivityStatus.ACTIVE
}
