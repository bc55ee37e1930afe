import { Field, ID, InputType, Int } from 'type-graphql'
import { parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { badInput } from '../../shared/errors.js'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import type { Cell } from '../../shared/workbook/cell.js'
import type { BoardColumnKey, RowCells } from '../batch/columns.js'
import { asFurther } from '../record/further-boards.js'
import { RemsReportInput, remsCells } from '../rems/rems-input.js'

@InputType({ description: 'MOC points of one credit type.' })
export class MocLineInput {
  @Field(() => String, { description: 'Code or name of the credit type, for example MK or Medical Knowledge.' })
  creditType!: string

  @Field(() => Amount, { description: 'Points of that type.' })
  points!: number
}

@InputType({ description: 'The MOC/CC part of a record for one board.' })
export class MocInput {
  @Field(() => String, { description: 'Code of the certifying board, for example ABIM.' })
  board!: string

  @Field(() => String, { nullable: true, description: 'The learner’s id at the board; only ABS does without.' })
  boardId?: string | null

  @Field(() => Amount, { description: 'Points in all.' })
  points!: number

  @Field(() => [MocLineInput], { description: 'Points by credit type, one to five lines.' })
  lines!: MocLineInput[]
}

@InputType({ description: 'One learner’s completion of one activity.' })
export class CompletionInput {
  @Field(() => ID, { description: 'Nine digits; one of your activities.' })
  activityId!: string

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string

  @Field(() => String, { description: 'First name, as on the license.' })
  givenName!: string

  @Field(() => String, { description: 'Last name, as on the license.' })
  familyName!: string

  @Field(() => Int, { description: 'Month of birth, 1 to 12; the year is never asked for.' })
  birthMonth!: number

  @Field(() => Int, { description: 'Day of birth, 1 to 31.' })
  birthDay!: number

  @Field(() => String, { nullable: true, description: 'A state of licensure, code or name; needed for CME credit.' })
  licensingState?: string | null

  @Field(() => String, { nullable: true, description: 'License number or NPI; settles it where names repeat.' })
  licenseOrNpi?: string | null

  @Field(() => Amount, { nullable: true, description: 'CME credits earned.' })
  credits?: number | null

  @Field(() => [MocInput], {
    nullable: true,
    description:
      'The MOC/CC parts, one for each board that the activity is registered for; a single one may stand without brackets. Each stands or falls alone. BAD_USER_INPUT where a board is named twice or there are more than ten.',
  })
  moc?: MocInput[] | null

  @Field(() => RemsReportInput, {
    nullable: true,
    description:
      'What is reported for REMS, where the activity is registered for it (L31). A correction leaves it as it is.',
  })
  rems?: RemsReportInput | null

  @Field(() => [String], {
    nullable: true,
    description:
      'Your own ids of the credit, `ccid:domain:id`, 300 characters each and 20 at most; none may stand for other credit (L28). A correction leaves them as they are.',
  })
  creditIds?: string[] | null

  @Field(() => Boolean, { description: 'True when the learner agreed to be reported (L33).' })
  learnerPermission!: boolean
}

/** Boards in one record: more than there are that take part. */
const maxBoards = 10
const maxLines = 5
const maxCreditIds = 20
const lineColumns: readonly (readonly [BoardColumnKey, BoardColumnKey])[] = [
  ['creditType', 'creditTypeCredits'],
  ['additionalCreditType1', 'additionalCredits1'],
  ['additionalCreditType2', 'additionalCredits2'],
  ['additionalCreditType3', 'additionalCredits3'],
  ['additionalCreditType4', 'additionalCredits4'],
]

/** The cells of the row that an entry stands for, so that form, web service and file take the same path. */
export function cellsOf(input: CompletionInput): RowCells {
  const [first, ...further] = boardsOf(input)
  return withoutBlanks({
    recordAction: text('Add'),
    activityId: text(input.activityId),
    completionDate: { text: input.completedOn, kind: 'date' },
    firstName: text(input.givenName),
    lastName: text(input.familyName),
    dateOfBirth: text(`${twoDigits(input.birthMonth)}/${twoDigits(input.birthDay)}`),
    licensingState: text(input.licensingState),
    licenseIdOrNpi: text(input.licenseOrNpi),
    cmeCredits: amount(input.credits),
    ...(first && boardCells(first)),
    ...(input.rems && remsCells(input.rems)),
    creditId: creditIdCell(input.creditIds ?? []),
    ...Object.assign({}, ...further.map((moc, index) => asFurther(placeOf(moc, index), boardCells(moc)))),
  })
}

function boardsOf({ moc }: CompletionInput): readonly MocInput[] {
  const boards = moc ?? []
  if (boards.length > maxBoards) throw badInput(`A record has at most ${maxBoards} boards.`)
  if (new Set(boards.map(codeOf)).size < boards.length)
    throw badInput('A record names each board once.', {
      hint: 'Report the second record of a day, such as patient safety for ABA, as a record of its own.',
    })
  return boards
}

/** How the cells of a further board are told apart: by its code, or by its number where there is no such board. */
const placeOf = ({ board }: MocInput, index: number) => parseCertifyingBoard(board) ?? `No. ${index + 2}`

const codeOf = ({ board }: MocInput) => board.trim().toUpperCase()

function boardCells({ board, boardId, points, lines }: MocInput): RowCells {
  if (lines.length > maxLines) throw badInput(`A record has at most ${maxLines} credit types.`)
  const cells: RowCells = {
    certifyingBoard: text(board),
    certifyingBoardId: text(boardId),
    totalBoardCredits: amount(points),
  }
  lines.forEach((line, index) => {
    const [typeColumn, amountColumn] = lineColumns[index] ?? []
    if (!typeColumn || !amountColumn) return
    cells[typeColumn] = text(line.creditType)
    cells[amountColumn] = amount(line.points)
  })
  return withoutBlanks(cells)
}

function creditIdCell(ids: readonly string[]): Cell | undefined {
  if (ids.length > maxCreditIds) throw badInput(`A record has at most ${maxCreditIds} ids of your own.`)
  return text(ids.map((id) => id.trim()).join('; '))
}

const text = (value: string | null | undefined): Cell | undefined =>
  value?.trim() ? { text: value.trim(), kind: 'text' } : undefined

const amount = (quarters: number | null | undefined): Cell | undefined =>
  quarters === null || quarters === undefined ? undefined : { text: String(quarters / 4), kind: 'number' }

const twoDigits = (value: number) => String(value).padStart(2, '0')

const withoutBlanks = (cells: RowCells): RowCells =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell))
