import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'
import { parseBirthday } from '../../shared/workbook/day-text.js'
import type { RowCells } from '../batch/columns.js'
import { boardIdIn, furtherCodes } from '../record/further-boards.js'
import { ActivityReference } from '../references.js'
import { CompletionVersion, toCompletionVersion, type CompletionVersion as Version } from './completion-version.js'
import { cellsAt, headOf, type LedgerRecord } from './ledger-record.js'

@ObjectType({ description: 'The id of a learner at a certifying board, as written.' })
export class SubmittedBoardId {
  @Field(() => String, { description: 'Code of the board.' })
  board!: string

  @Field(() => String, { description: 'The id.' })
  boardId!: string
}

@ObjectType({ description: 'The learner of a record, in the words in which your provider reported him or her.' })
export class SubmittedLearner {
  @Field(() => String, { description: 'First name.' })
  givenName!: string

  @Field(() => String, { description: 'Last name.' })
  familyName!: string

  @Field(() => Int, { nullable: true, description: 'Month of birth, 1 to 12.' })
  birthMonth!: number | null

  @Field(() => Int, { nullable: true, description: 'Day of birth, 1 to 31.' })
  birthDay!: number | null

  @Field(() => String, { nullable: true, description: 'State of licensure, as written.' })
  licensingState!: string | null

  @Field(() => String, { nullable: true, description: 'License number or NPI, as written.' })
  licenseOrNpi!: string | null

  @Field(() => [SubmittedBoardId], { description: 'The learner’s ids at the certifying boards of the record.' })
  boardIds!: SubmittedBoardId[]
}

@ObjectType({ description: 'A record of your provider with all its versions, whether it stands or was taken back.' })
export class SubmittedRecord {
  @Field(() => ID, { description: 'Id of the record.' })
  completionId!: string

  @Field(() => Int, { description: 'The newest version; pass it along when you correct the record.' })
  version!: number

  @Field(() => Boolean, { description: 'True while the record is taken back.' })
  isVoided!: boolean

  @Field(() => Boolean, {
    description: 'False for CME credit that follows from accepted MOC credit, which is corrected there.',
  })
  isCorrectable!: boolean

  @Field(() => ActivityReference, { description: 'The activity completed.' })
  activity!: ActivityReference

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string

  @Field(() => SubmittedLearner, {
    nullable: true,
    description: 'The learner as reported; null for a record that was carried over.',
  })
  learner!: SubmittedLearner | null

  @Field(() => [CompletionVersion], { description: 'Its versions, the newest first; at most 200.' })
  history!: Version[]
}

/** A record as its provider sees it. */
export function toSubmittedRecord(record: LedgerRecord): SubmittedRecord {
  const head = headOf(record)
  const cells = cellsAt(record, head)
  return {
    completionId: record.recordId,
    version: head.version,
    isVoided: head.verb === 'VOIDED',
    isCorrectable: record.versions[0].source !== 'DERIVED',
    activity: { activityId: head.activityId },
    completedOn: head.completedOn,
    learner: cells && toSubmittedLearner(cells),
    history: record.versions.map((version) => toCompletionVersion(record, version)).reverse(),
  }
}

function toSubmittedLearner(cells: RowCells): SubmittedLearner {
  const { firstName, lastName, dateOfBirth, licensingState, licenseIdOrNpi, certifyingBoard } = cells
  const codes = [...(certifyingBoard ? [certifyingBoard.text.trim().toUpperCase()] : []), ...furtherCodes(cells)]
  const birthday = dateOfBirth && parseBirthday(dateOfBirth.text, dateOfBirth.kind)
  return {
    givenName: firstName?.text ?? '',
    familyName: lastName?.text ?? '',
    birthMonth: birthday?.month ?? null,
    birthDay: birthday?.day ?? null,
    licensingState: licensingState?.text ?? null,
    licenseOrNpi: licenseIdOrNpi?.text ?? null,
    boardIds: codes.flatMap((board) => {
      const boardId = boardIdIn(cells, board)
      return boardId ? [{ board, boardId }] : []
    }),
  }
}
