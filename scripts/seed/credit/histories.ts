import type { Activity } from '../activity/activity.js'
import type { Calendar } from '../activity/calendar.js'
import { type DayNumber, dayMs } from '../day.js'
import { type Career, licenseOn } from '../people/physician.js'
import type { Physicians } from '../people/physicians.js'
import { type Random, type RandomStream, randomStream } from '../random/random.js'
import { uuidAt } from '../random/uuid.js'
import type { Weighted } from '../random/weighted.js'
import type { Award, History } from './award.js'
import { busyDays } from './busy-days.js'
import { drawParts, type Occasion } from './draw-parts.js'

/** Over how many days back from today credit has been reported. */
export const historyDays = 3 * 365

const attemptsPerAward = 60
const largestAppetite = 6

export interface HistoriesOptions {
  seed: number
  today: DayNumber
  physicians: Physicians
  calendar: Calendar
  completions: number
}

/** What one physician is to be credited with. */
interface Claim extends Pick<Occasion, 'activity' | 'career' | 'quarters' | 'state'> {
  day: DayNumber
}

/** What everybody has completed, physician by physician; each walk through them gives the same. */
export class Histories {
  private readonly stream: RandomStream
  private readonly days: Weighted<DayNumber>
  private readonly fixedCompletions: number
  private readonly totalAppetite: number

  constructor(private readonly options: HistoriesOptions) {
    this.stream = randomStream(options.seed, 'completions')
    this.days = busyDays(options.today - historyDays, options.today - 1)
    let [fixedCompletions, totalAppetite] = [0, 0]
    for (let index = 0; index < options.physicians.count; index += 1) {
      const laidDown = options.physicians.fixedAt(index)?.completions
      if (laidDown === undefined) totalAppetite += this.appetiteOf(options.physicians.careerAt(index))
      else fixedCompletions += laidDown
    }
    this.fixedCompletions = fixedCompletions
    this.totalAppetite = totalAppetite
  }

  /** What is too much for one physician falls to the next, so that the sum is kept. */
  *all(): Generator<History> {
    const { physicians, completions } = this.options
    const share = Math.max(0, completions - this.fixedCompletions) / this.totalAppetite
    let [eaten, given] = [0, 0]
    for (let index = 0; index < physicians.count; index += 1) {
      const career = physicians.careerAt(index)
      const laidDown = physicians.fixedAt(index)?.completions
      if (laidDown === undefined) eaten += this.appetiteOf(career)
      const wanted = laidDown ?? Math.round(eaten * share) - given
      const awards = wanted > 0 ? this.awardsOf(index, career, wanted) : []
      if (laidDown === undefined) given += awards.length
      yield { learnerId: physicians.learnerIdAt(index), awards }
    }
  }

  /** Who could practice only part of the time learned only part of the time. */
  private appetiteOf({ appetite, licenses }: Career): number {
    const { today } = this.options
    const days = licenses.map(({ from, to }) => Math.min(to ?? today, today) - Math.max(from, today - historyDays))
    return (Math.min(appetite, largestAppetite) * Math.max(0, ...days)) / historyDays
  }

  private awardsOf(index: number, career: Career, wanted: number): Award[] {
    const random = this.stream(index)
    const isNewTo = this.options.physicians.fixedAt(index)?.isNewTo
    const awards: Award[] = []
    const earned = new Map<Activity, { quarters: number; days: DayNumber[] }>()
    for (let attempt = 0; awards.length < wanted && attempt < wanted * attemptsPerAward; attempt += 1) {
      const drawn = this.options.calendar.draw(random, this.days.draw(random), career.specialty, career.home)
      const license = drawn && licenseOn(career, drawn.day)
      if (!license || drawn.activity.provider.providerId === isNewTo) continue
      const { activity, day } = drawn
      const had = earned.get(activity) ?? { quarters: 0, days: [] }
      const quarters = Math.min(claimOf(random, activity), activity.quarters - had.quarters)
      if (quarters <= 0 || had.days.includes(day)) continue
      earned.set(activity, { quarters: had.quarters + quarters, days: [...had.days, day] })
      awards.push(this.award(random, { activity, career, day, quarters, state: license.state }))
    }
    return awards
  }

  private award(random: Random, { day, ...claim }: Claim): Award {
    const recordedAtMs = this.recordedAt(random, day)
    return {
      completionId: uuidAt(recordedAtMs, random),
      activity: claim.activity,
      completedOn: day,
      recordedAtMs,
      parts: drawParts(random, { ...claim, recordedAtMs, nowMs: this.options.today * dayMs }),
    }
  }

  /** Most providers report within a month, a few later; nothing is recorded after yesterday. */
  private recordedAt(random: Random, completedOn: DayNumber): number {
    const yesterday = this.options.today - 1
    const lag = random.chance(0.08) ? 30 + random.exponential(18) : 1 + random.exponential(8)
    const usual = completedOn + Math.floor(lag)
    const day = usual <= yesterday ? usual : random.between(completedOn, yesterday)
    return day * dayMs + random.between(14 * 3600, 23 * 3600) * 1000
  }
}

/** Most claim all of a session; those of a long course often only part. */
function claimOf(random: Random, { format, sessionQuarters }: Activity): number {
  const isPartial = format === 'COURSE' && sessionQuarters >= 8 && random.chance(0.3)
  return isPartial ? 4 * random.between(1, Math.floor(sessionQuarters / 4)) : sessionQuarters
}
