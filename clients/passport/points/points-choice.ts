import type { ClaimedPointsFragment, ClaimedPointsInput } from '../../graphql/graphql'
import { points as pointsWith } from '../../shared/format/numbers'

/** What a physician has changed of the points of one board; nothing where all is as usual. */
export interface PointsChange {
  isOff?: boolean
  /** Null while the field is empty. */
  points?: number | null
  withoutTypes?: readonly string[]
}

/** Changes by code of the board. */
export type PointsChanges = Readonly<Record<string, PointsChange>>

/** Points of one board as the form shows them. */
export interface PointsChoice {
  offered: ClaimedPointsFragment
  isOn: boolean
  points: number | null
  most: number
  creditTypes: readonly string[]
  objection: string | undefined
}

/** The credit with which points are claimed: so much of what the activity awards. */
export interface CreditClaimed {
  credits: number
  awarded: number
}

/** What is claimed of each board: the most that comes with the credit, as far as nothing was changed. */
export function choosePoints(
  offered: readonly ClaimedPointsFragment[],
  changes: PointsChanges,
  { credits, awarded }: CreditClaimed,
): PointsChoice[] {
  return offered.map((each) => {
    const { isOff = false, points: changed, withoutTypes = [] } = changes[each.board.code] ?? {}
    const most = credits >= awarded ? each.points : Math.min(each.points, credits)
    const points = changed === undefined ? most : changed
    const creditTypes = each.creditTypes.filter((type) => !withoutTypes.includes(type))
    const choice = { offered: each, isOn: !isOff, points, most, creditTypes }
    return { ...choice, objection: isOff ? undefined : objectionTo(choice) }
  })
}

function objectionTo({ offered, points, most, creditTypes }: Omit<PointsChoice, 'objection'>): string | undefined {
  const { code } = offered.board
  if (!creditTypes.length) return `Choose a credit type for the ${code} points, or switch them off.`
  if (points !== null && points > 0 && points <= most && Number.isInteger(points * 4)) return undefined
  return `Claim at most ${pointsWith(most, code)}, in steps of 0.25, or switch them off.`
}

/** What is in the way of claiming what was chosen. */
export const pointsObjection = (choices: readonly PointsChoice[]): string | undefined =>
  choices.find(({ objection }) => objection)?.objection

/** What was chosen, as the graph takes it. */
export const claimedPoints = (choices: readonly PointsChoice[]): ClaimedPointsInput[] =>
  choices.flatMap(({ offered, isOn, points, creditTypes }) =>
    isOn && points ? [{ board: offered.board.code, points, creditTypes: [...creditTypes] }] : [],
  )
