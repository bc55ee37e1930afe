import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import { type DayNumber, firstOfMonth, monthOf } from '../day.js'
import type { SpecialtyName } from '../people/specialties.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import { type Activity, takesLearners } from './activity.js'

/** What can be learned in one month, or the part of it that counts. */
class Month {
  readonly from: DayNumber
  readonly to: DayNumber
  private readonly everything = new Weighted<Activity>()
  private readonly forAll = new Weighted<Activity>()
  private readonly bySpecialty = new Map<SpecialtyName, Weighted<Activity>>()
  private readonly byState = new Map<LicensingState, Weighted<Activity>>()

  constructor(month: number, firstDay: DayNumber, lastDay: DayNumber) {
    this.from = Math.max(firstOfMonth(month), firstDay)
    this.to = Math.min(firstOfMonth(month + 1) - 1, lastDay)
  }

  add(activity: Activity, weight: number): void {
    const { localTo, specialty } = activity
    if (localTo) return void of(this.byState, localTo).add(activity, weight)
    this.everything.add(activity, weight)
    if (specialty) of(this.bySpecialty, specialty).add(activity, weight)
    else this.forAll.add(activity, weight)
  }

  draw(random: Random, specialty: SpecialtyName, state: LicensingState): Activity | undefined {
    const mark = random.float()
    const local = mark < 0.38 ? drawFrom(this.byState.get(state), random) : undefined
    // Most go to the rounds of their own department.
    if (local && (!local.specialty || local.specialty === specialty || random.chance(0.25))) return local
    if (mark > 0.96) return drawFrom(this.everything, random)
    const preferred = mark > 0.82 ? this.forAll : this.bySpecialty.get(specialty)
    return drawFrom(preferred, random) ?? drawFrom(this.everything, random)
  }
}

/** Which activities are open to whom and when. */
export class Calendar {
  private readonly months = new Map<number, Month>()

  constructor(
    activities: readonly Activity[],
    private readonly firstDay: DayNumber,
    private readonly lastDay: DayNumber,
  ) {
    for (const activity of activities.filter(takesLearners)) this.add(activity)
  }

  /** An activity for a physician and the day on which it is done, near the wished day; undefined when none is open. */
  draw(
    random: Random,
    wished: DayNumber,
    specialty: SpecialtyName,
    state: LicensingState,
  ): { activity: Activity; day: DayNumber } | undefined {
    const month = this.months.get(monthOf(wished))
    const activity = month?.draw(random, specialty, state)
    if (!month || !activity) return undefined
    const from = Math.max(activity.startsOn, month.from)
    const to = Math.min(activity.endsOn, month.to)
    return { activity, day: from <= wished && wished <= to ? wished : random.between(from, to) }
  }

  private add(activity: Activity): void {
    const from = Math.max(activity.startsOn, this.firstDay)
    const to = Math.min(activity.endsOn, this.lastDay)
    if (from > to) return
    const months = monthOf(to) - monthOf(from) + 1
    for (let month = monthOf(from); month < monthOf(from) + months; month += 1) {
      const entry = this.months.get(month) ?? new Month(month, this.firstDay, this.lastDay)
      this.months.set(month, entry)
      // What is open for long draws its learners over all its months.
      entry.add(activity, activity.popularity / Math.sqrt(months))
    }
  }
}

function of<K>(lists: Map<K, Weighted<Activity>>, key: K): Weighted<Activity> {
  const list = lists.get(key) ?? new Weighted<Activity>()
  lists.set(key, list)
  return list
}

const drawFrom = (list: Weighted<Activity> | undefined, random: Random) =>
  list && !list.isEmpty ? list.draw(random) : undefined
