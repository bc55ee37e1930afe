import { ActivityFormat } from '../../../subgraphs/reference/activity.js'
import {
  type CertifyingBoard,
  type CertifyingBoardCode,
  type CreditTypeCode,
  certifyingBoards,
} from '../../../subgraphs/reference/certifying-boards.js'
import { type DayNumber, dayNumber } from '../day.js'
import { type Specialty, specialties } from '../people/specialties.js'
import type { Random } from '../random/random.js'
import type { Activity, Registration } from './activity.js'

const registeredFormats = new Set<ActivityFormat>([
  ActivityFormat.COURSE,
  ActivityFormat.RSS,
  ActivityFormat.ENDURING,
  ActivityFormat.JOURNAL,
  ActivityFormat.PI,
  ActivityFormat.OTHER,
])
/** Boards for which activities that concern every physician are registered. */
const broadBoards: readonly CertifyingBoardCode[] = ['ABIM', 'ABP', 'ABA', 'ABS', 'ABPATH', 'ABOHNS']
const improvement: readonly CreditTypeCode[] = ['IMP', 'PA']
/** Boards that took part later than others accept activities from a day on (M10). */
const activitiesFrom: Partial<Record<CertifyingBoardCode, DayNumber>> = { ABPMR: dayNumber('2025-01-01') }

const areas = new Map<CertifyingBoardCode, readonly string[]>()
for (const { board, area } of specialties as readonly Specialty[]) {
  if (board && area && !areas.has(board)) areas.set(board, [area])
}

/** Draws for which boards an activity is registered, and for what (M01 to M10). */
export function drawRegistrations(
  random: Random,
  { format, quarters, startsOn }: Pick<Activity, 'format' | 'quarters' | 'startsOn'>,
  specialty: Specialty | undefined,
): Registration[] {
  if (!registeredFormats.has(format) || !random.chance(specialty?.board ? 0.5 : 0.2)) return []
  const boards = specialty?.board ? [specialty.board] : specialty ? [] : someOf(random, broadBoards)
  return boards
    .filter((board) => startsOn >= (activitiesFrom[board] ?? 0))
    .map((board) => ({
      board,
      quarters: board === 'ABA' ? quarters : pointsOf(random, quarters),
      creditTypes: creditTypesOf(random, board, format),
      areas: board === specialty?.board && specialty.area ? [specialty.area] : (areas.get(board) ?? []),
    }))
}

/** Points may be fewer than credits when only some sessions qualify. */
function pointsOf(random: Random, quarters: number): number {
  return random.chance(0.8) ? quarters : Math.max(1, Math.ceil((quarters * random.between(5, 9)) / 10))
}

function creditTypesOf(random: Random, board: CertifyingBoardCode, format: ActivityFormat): CreditTypeCode[] {
  const all = (certifyingBoards[board] as CertifyingBoard).creditTypes
  const isImproving = format === ActivityFormat.PI
  const fitting = all.filter((type) => improvement.includes(type) === isImproving)
  const [first = all[0] as CreditTypeCode, ...others] = fitting
  return [first, ...others.filter(() => random.chance(0.4))]
}

function someOf<T>(random: Random, list: readonly T[]): T[] {
  const chosen = list.filter(() => random.chance(0.3))
  return chosen.length ? chosen : [random.pick(list)]
}
