/** Points that a board has accepted for one learner, activity and day. */
export interface AcceptedPoints {
  partId: string
  boardCode: string
  /** What tells several of one board and day apart (L23, L24). */
  distinction: string
  quarters: number
  /** The learner they were written with. */
  learnerId: string
}

/** CME credit that follows from accepted points. */
export interface FollowingCredit {
  followsBoard: string
  /** The parts it follows from, in order. */
  follows: string[]
  quarters: number
  /** The learner it is written with: the one of the points. */
  learnerId: string
}

/** What one learner has of one activity on one day, and what that leaves room for. */
export interface DayOfCredit {
  points: readonly AcceptedPoints[]
  /** True where the provider has reported CME credit of that day itself. */
  isReported: boolean
  /** The most that the activity awards; null where the activity is not known here. */
  limit: number | null
  /** CME credit of the same activity on other days. */
  otherDays: number
  /** What followed until now. */
  before?: FollowingCredit
}

/**
 * The CME credit that follows from what boards have accepted (DOMAIN 5.12), or none: what the provider reports itself
 * stands instead (L42), without points there is nothing to follow (L41), and an activity never awards more than it has
 * (L26, L27). Several boards accept the same learning, so the one that accepted most counts and boards are never added up;
 * several records of one board and day are (ABA, 3.7).
 */
export function followingCredit(day: DayOfCredit): FollowingCredit | undefined {
  if (day.isReported) return undefined
  const [most] = [...Map.groupBy(day.points, ({ boardCode }) => boardCode).values()]
    .map(ofOneBoard)
    .sort((one, other) => other.quarters - one.quarters || preferred(one, other, day))
  if (!most) return undefined
  const left = day.limit === null ? most.quarters : Math.max(0, day.limit - day.otherDays)
  const quarters = Math.min(most.quarters, left)
  return quarters > 0 ? { ...most, quarters } : undefined
}

/** What was reported for two learners before they were merged is one credit, so each distinction counts once. */
function ofOneBoard(points: readonly AcceptedPoints[]): FollowingCredit {
  const inOrder = [...points].sort((one, other) => (one.partId < other.partId ? -1 : 1))
  const once = [...new Map(inOrder.toReversed().map((part) => [part.distinction, part])).values()].toReversed()
  const [first] = once
  if (!first) throw new Error('A board without points is not one of the day.')
  return {
    followsBoard: first.boardCode,
    follows: once.map(({ partId }) => partId),
    quarters: once.reduce((sum, part) => sum + part.quarters, 0),
    learnerId: first.learnerId,
  }
}

/** Between boards that accepted as much, what stands stays, so that nothing is reversed without need. */
const preferred = (one: FollowingCredit, other: FollowingCredit, { before }: DayOfCredit) => {
  const stands = ({ followsBoard }: FollowingCredit) => Number(followsBoard === before?.followsBoard)
  return stands(other) - stands(one) || (one.followsBoard < other.followsBoard ? -1 : 1)
}

/** True where what follows is what followed before. */
export const isSame = (one: FollowingCredit | undefined, other: FollowingCredit | undefined) =>
  one?.quarters === other?.quarters &&
  one?.followsBoard === other?.followsBoard &&
  one?.follows.join() === other?.follows.join()
