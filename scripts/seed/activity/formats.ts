import { ActivityFormat, DeliveryMethod } from '../../../subgraphs/reference/activity.js'
import { type DayNumber, dayNumber, firstOfMonth, monthOf, yearOf } from '../day.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'

/** When an activity is held and what one learner can earn. */
export interface Extent {
  startsOn: DayNumber
  endsOn: DayNumber
  quarters: number
  /** The most on one day; all of it when not set. */
  sessionQuarters?: number
}

/** How activities of one format usually are. */
export interface FormatHabits {
  /** Of a hundred activities, how many. */
  share: number
  /** Learners per activity, compared with other formats. */
  draw: number
  delivery: Weighted<readonly DeliveryMethod[]>
  /** Draws an extent that begins around a day and keeps to the limits of the format (A10 to A12). */
  extent: (random: Random, around: DayNumber) => Extent
}

const { IN_PERSON, LIVE_STREAMED, ONLINE, PRINT_OTHER } = DeliveryMethod

const live = new Weighted<readonly DeliveryMethod[]>([
  [[IN_PERSON], 52],
  [[LIVE_STREAMED], 22],
  [[IN_PERSON, LIVE_STREAMED], 26],
])
const atHand = new Weighted<readonly DeliveryMethod[]>([
  [[ONLINE], 88],
  [[ONLINE, PRINT_OTHER], 9],
  [[PRINT_OTHER], 3],
])
const inHouse = new Weighted<readonly DeliveryMethod[]>([
  [[IN_PERSON], 60],
  [[ONLINE], 40],
])
const remote = new Weighted<readonly DeliveryMethod[]>([[[ONLINE], 1]])

const courseDays = new Weighted([
  [1, 58],
  [2, 22],
  [3, 14],
  [4, 6],
])
const moduleQuarters = [1, 2, 2, 2, 3, 4, 4, 4, 4, 6, 8, 12, 16, 24, 40, 80]

/** The day before the same day some years later. */
function yearsOn(day: DayNumber, years: number): DayNumber {
  const date = new Date(day * 86_400_000)
  return Math.round(Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / 86_400_000) - 1
}

const calendarYear = (around: DayNumber) => ({
  startsOn: dayNumber(`${yearOf(around)}-01-01`),
  endsOn: dayNumber(`${yearOf(around)}-12-31`),
})
const monthsLong = (around: DayNumber, months: number) => ({
  startsOn: firstOfMonth(monthOf(around)),
  endsOn: firstOfMonth(monthOf(around) + months) - 1,
})

function course(random: Random, around: DayNumber): Extent {
  const days = courseDays.draw(random)
  const hours = days === 1 ? random.between(1, 8) : days * random.between(5, 7)
  const quarters = hours * 4 + (random.chance(0.25) ? random.between(1, 3) : 0)
  return { startsOn: around, endsOn: around + days - 1, quarters }
}

function series(random: Random, around: DayNumber): Extent {
  const startsOn = firstOfMonth(Math.floor(monthOf(around) / 12) * 12 + random.pick([0, 6, 6, 8]))
  return { startsOn, endsOn: yearsOn(startsOn, 1), quarters: random.between(10, 48) * 4, sessionQuarters: 4 }
}

function enduring(random: Random, around: DayNumber): Extent {
  const endsOn = yearsOn(around, random.pick([1, 1, 2, 3, 3]))
  return { startsOn: around, endsOn, quarters: random.pick(moduleQuarters) }
}

/** The formats as they are used. */
export const formats: Record<ActivityFormat, FormatHabits> = {
  COURSE: { share: 35, draw: 1.5, delivery: live, extent: course },
  RSS: { share: 15, draw: 3, delivery: live, extent: series },
  ENDURING: { share: 30, draw: 1.3, delivery: atHand, extent: enduring },
  JOURNAL: {
    share: 7,
    draw: 0.8,
    delivery: atHand,
    extent: (random, around) => ({ ...monthsLong(around, 12), quarters: random.pick([2, 4, 4, 4, 8]) }),
  },
  COMMITTEE: {
    share: 2,
    draw: 0.2,
    delivery: inHouse,
    extent: (random, around) => ({ ...calendarYear(around), quarters: random.between(4, 12) * 4, sessionQuarters: 4 }),
  },
  ISL: {
    share: 2,
    draw: 0.5,
    delivery: remote,
    extent: (random, around) => ({ ...calendarYear(around), quarters: random.between(20, 80), sessionQuarters: 2 }),
  },
  LFT: {
    share: 2,
    draw: 0.2,
    delivery: inHouse,
    extent: (random, around) => ({ ...calendarYear(around), quarters: random.between(4, 10) * 4, sessionQuarters: 8 }),
  },
  MANUSCRIPT: {
    share: 1.5,
    draw: 0.1,
    delivery: remote,
    extent: (_, around) => ({ ...calendarYear(around), quarters: 60, sessionQuarters: 12 }),
  },
  PI: {
    share: 2.5,
    draw: 0.3,
    delivery: inHouse,
    extent: (random, around) => ({ ...monthsLong(around, random.between(6, 12)), quarters: 80 }),
  },
  TIW: {
    share: 1,
    draw: 0.1,
    delivery: remote,
    extent: (random, around) => ({ ...monthsLong(around, random.between(3, 9)), quarters: 40 }),
  },
  OTHER: {
    share: 2,
    draw: 0.6,
    delivery: inHouse,
    extent: (random, around) => ({ ...monthsLong(around, random.between(1, 6)), quarters: random.between(4, 30) * 4 }),
  },
}
