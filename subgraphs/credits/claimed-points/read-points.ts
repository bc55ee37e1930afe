import { parseCertifyingBoard, parseCreditType } from '../../reference/certifying-boards.js'
import { badInput } from '../../shared/errors.js'
import { printQuarters } from '../record/issue.js'
import type { BoardPoints, ClaimedPointsInput } from './claimed-points.js'
import type { Offer } from './offered-points.js'

/**
 * The most points that come with an amount of credit: all of the registration with all credit of the activity, and with
 * a part of it no more points than credits.
 */
export const mostPoints = (registered: number, credits: number, { quarters }: Pick<Offer, 'quarters'>): number =>
  credits >= quarters ? registered : Math.min(registered, credits)

/** All points that are offered with an amount of credit. */
export const allPoints = (offer: Offer, credits: number): BoardPoints[] =>
  offer.boards.map((board) => ({ ...board, quarters: mostPoints(board.quarters, credits, offer) }))

/** Understands which of the points that are offered a physician claims with an amount of credit. Throws BAD_USER_INPUT. */
export function readPoints(claimed: readonly ClaimedPointsInput[], offer: Offer, credits: number): BoardPoints[] {
  const offered = allPoints(offer, credits)
  const points = claimed.map((each) => readBoard(each, offered))
  if (new Set(points.map(({ board }) => board)).size < points.length) throw badInput('Name each board once.')
  return points
}

function readBoard({ board, points, creditTypes }: ClaimedPointsInput, offered: readonly BoardPoints[]): BoardPoints {
  const code = parseCertifyingBoard(board)
  const most = offered.find((each) => each.board === code)
  if (!most)
    throw badInput('The activity gives you no points of one of these boards.', {
      hint: 'It has to be registered with the board, and you have to be certified by it. Leave the board out.',
    })
  if (points <= 0 || points > most.quarters)
    throw badInput(`Claim more than 0 and at most ${printQuarters(most.quarters)} ${most.board} points.`)
  const types = creditTypes?.map((type) => parseCreditType(type)) ?? most.creditTypes
  const known = most.creditTypes.filter((type) => types.includes(type))
  if (!known.length || types.some((type) => !type || !known.includes(type)))
    throw badInput(`Choose credit types of ${most.board} that the activity is registered for.`)
  return { ...most, quarters: points, creditTypes: known }
}
