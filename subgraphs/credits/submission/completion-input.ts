import { Field, ID, InputType, Int } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { Amount, Day } from '../../shared/graphql/scalars.js'
import type { Cell } from '../../shared/workbook/cell.js'
import type { RowCells } from '../batch/columns.js'
import { amountCell, cellsOfBoards, textCell, withoutBlanks } from '../record/board-cells.js'
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
const maxCreditIds = 20

/** The cells of the row that an entry stands for, so that form, web service and file take the same path. */
export function cellsOf(input: CompletionInput): RowCells {
  return withoutBlanks({
    recordAction: textCell('Add'),
    activityId: textCell(input.activityId),
    completionDate: { text: input.completedOn, kind: 'date' },
    firstName: textCell(input.givenName),
    lastName: textCell(input.familyName),
    dateOfBirth: textCell(`${twoDigits(input.birthMonth)}/${twoDigits(input.birthDay)}`),
    licensingState: textCell(input.licensingState),
    licenseIdOrNpi: textCell(input.licenseOrNpi),
    cmeCredits: amountCell(input.credits),
    ...cellsOfBoards(boardsOf(input)),
    ...(input.rems && remsCells(input.rems)),
    creditId: creditIdCell(input.creditIds ?? []),
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

const codeOf = ({ board }: MocInput) => board.trim().toUpperCase()

function creditIdCell(ids: readonly string[]): Cell | undefined {
  if (ids.length > maxCreditIds) throw badInput(`A record has at most ${maxCreditIds} ids of your own.`)
  return textCell(ids.map((id) => id.trim()).join('; '))
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
