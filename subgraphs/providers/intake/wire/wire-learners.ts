import { learnerProfessions } from '../../../reference/professions.js'
import { at, recordsWith, textOf, type WireValue } from '../../../shared/wire/wire-value.js'
import type { CellKey } from '../column/column.js'
import { joinPairs } from '../column/list-text.js'

/** How learners are counted who are no physicians, where professions are not told apart. */
export const othersCategory = 'non-physician'
export const physiciansCategory = 'physician'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/s(?=registered|$)/g, '')
const professions = new Map(Object.values(learnerProfessions).map((label) => [plain(label), label]))

/** Counts of learners: of physicians and others, or profession by profession where more are told apart. */
export function learnerCells(
  metrics: WireValue | undefined,
  set: (key: CellKey, text: string | undefined) => void,
): void {
  const counts = recordsWith(at(metrics, 'participantsByCategory'), 'category').map((entry) => ({
    category: (textOf(at(entry, 'category')) ?? '').toLowerCase(),
    count: textOf(at(entry, 'numberOfParticipants')) ?? '',
  }))
  const countOf = (name: string) => counts.find(({ category }) => category === name)?.count
  const apart = counts.flatMap(({ category, count }): [string, string][] => {
    const profession = professions.get(plain(category))
    return profession ? [[profession, count]] : []
  })
  const onlyPhysicians = apart.every(([profession]) => profession === learnerProfessions.PHYSICIAN)
  set('physicianLearners', countOf(physiciansCategory))
  set('otherLearners', countOf(othersCategory))
  if (!onlyPhysicians) set('learnersByProfession', joinPairs(apart))
}
