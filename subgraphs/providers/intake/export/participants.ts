import { learnerProfessions } from '../../../reference/professions.js'
import type { WireRecord } from '../../../shared/wire/wire-value.js'
import type { Activity } from '../../activity/activity.js'
import { othersCategory, physiciansCategory } from '../wire/wire-learners.js'

/** How many took part: by profession where they are told apart, else physicians and others. */
export function participants({ learnersByProfession, physicianLearners, otherLearners }: Activity): WireRecord[] {
  if (learnersByProfession.length) {
    return learnersByProfession.map(({ profession, count }) => ({
      category: learnerProfessions[profession].toLowerCase(),
      numberOfParticipants: count,
    }))
  }
  const counted: readonly (readonly [category: string, count: number | null | undefined])[] = [
    [physiciansCategory, physicianLearners],
    [othersCategory, otherLearners],
  ]
  return counted.flatMap(([category, count]) =>
    typeof count === 'number' ? [{ category, numberOfParticipants: count }] : [],
  )
}
