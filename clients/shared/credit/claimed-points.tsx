import { graphql } from '../../graphql'
import type { ClaimedPointsFragment } from '../../graphql/graphql'
import { credits, points } from '../format/numbers'
import { creditTypes } from './words'

export const ClaimedPoints = graphql(`
  fragment ClaimedPoints on ClaimedPoints {
    board {
      code
      name
    }
    points
    creditTypes
  }
`)

const list = new Intl.ListFormat('en-US')

/** Points of a board with their credit types: 6 ABIM points (Medical Knowledge, Patient Safety). */
export const pointsWords = ({ board, points: value, creditTypes: codes }: ClaimedPointsFragment) =>
  `${points(value, board.code)} (${codes.map((code) => creditTypes[code] ?? code).join(', ')})`

/** Credit and the points that are claimed with it: 2 credits, 2 ABIM points and 1 ABS point. */
export const claimedWords = (cme: number, claimed: readonly ClaimedPointsFragment[]) =>
  list.format([credits(cme), ...claimed.map(shortWords)])

const shortWords = ({ board, points: value }: ClaimedPointsFragment) => points(value, board.code)

interface PointsLinesProps {
  claimed: readonly ClaimedPointsFragment[]
  /** Names the credit types too. */
  withTypes?: boolean
}

/** The points that are claimed with an amount of credit, one line a board. */
export const PointsLines = ({ claimed, withTypes }: PointsLinesProps) =>
  claimed.map((each) => (
    <span key={each.board.code} className="soft small">
      <br />
      {withTypes ? pointsWords(each) : shortWords(each)}
    </span>
  ))
