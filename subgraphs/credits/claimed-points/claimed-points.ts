import { Field, InputType, ObjectType } from 'type-graphql'
import type { CertifyingBoardCode, CreditTypeCode } from '../../reference/certifying-boards.js'
import { Amount } from '../../shared/graphql/scalars.js'
import { Board, boardByCode } from '../board/board.js'

/** Points of one board as they are kept with a claim or a request, or offered to one. Amounts in quarters. */
export interface BoardPoints {
  board: CertifyingBoardCode
  /** The physician’s id at the board. */
  boardId: string
  quarters: number
  creditTypes: readonly CreditTypeCode[]
}

@ObjectType({
  description:
    'MOC/CC points of one certifying board that a physician claims or asks for. They are none before the provider has said yes, and count when the board has accepted them.',
})
export class ClaimedPoints {
  @Field(() => Board, { description: 'The certifying board.' })
  board!: Board

  @Field(() => Amount, { description: 'Points, of each of the credit types.' })
  points!: number

  @Field(() => [String], {
    description: 'Codes of the credit types, for example MK; the same points may be of several.',
  })
  creditTypes!: readonly string[]
}

@InputType({ description: 'MOC/CC points of one certifying board to claim or to ask for.' })
export class ClaimedPointsInput {
  @Field(() => String, { description: 'Code of a board of claimablePoints, for example ABIM.' })
  board!: string

  @Field(() => Amount, {
    description:
      'Points: at most those of the registration (L20), and at most as many as credits where less credit is claimed than the activity awards.',
  })
  points!: number

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of credit types, all of the registration when omitted; each is given all the points (L19, L21).',
  })
  creditTypes?: string[] | null
}

/** Points as the graph shows them. */
export const showPoints = (kept: readonly BoardPoints[]): ClaimedPoints[] =>
  kept.map(({ board: code, quarters: points, creditTypes }) => {
    const board = boardByCode(code)
    if (!board) throw new Error(`There is no board ${code}.`)
    return { board, points, creditTypes }
  })
