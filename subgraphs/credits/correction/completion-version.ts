import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'
import { Board, boardByCode } from '../board/board.js'
import { CompletionSource, CreditStatus } from '../completion/completion.js'
import type { LedgerRecord, RecordVersion } from './ledger-record.js'
import { changesOf } from './record-changes.js'

/** What a version did to its record. */
export enum VersionAction {
  REPORTED = 'REPORTED',
  CORRECTED = 'CORRECTED',
  VOIDED = 'VOIDED',
  RESTORED = 'RESTORED',
}

registerEnumType(VersionAction, {
  name: 'VersionAction',
  description: 'What a version did to its record.',
  valuesConfig: {
    REPORTED: { description: 'It is the first.' },
    CORRECTED: { description: 'It says something else than the one before.' },
    VOIDED: { description: 'It took the record back.' },
    RESTORED: { description: 'It put an earlier version back.' },
  },
})

@ObjectType({ description: 'One thing that a version of a record says otherwise than the one before.' })
export class RecordChange {
  @Field(() => String, { description: 'What changed, for example CME credits.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'What it said; null when it said nothing.' })
  before!: string | null

  @Field(() => String, { nullable: true, description: 'What it says; null when it says nothing.' })
  after!: string | null
}

@ObjectType({ description: 'What a certifying board answered to points that a version brought.' })
export class BoardAnswer {
  @Field(() => Board, { description: 'The board.' })
  board!: Board

  @Field(() => CreditStatus, { description: 'ACCEPTED or REJECTED; PENDING when the points were sent to it.' })
  status!: CreditStatus

  @Field(() => String, { nullable: true, description: 'What the board said.' })
  reason!: string | null

  @Field(() => Instant, { description: 'When.' })
  at!: Date
}

@ObjectType({
  description: 'One version of a record. A version is never changed: the next one says what is different.',
})
export class CompletionVersion {
  @Field(() => Int, { description: 'Counts from 1.' })
  version!: number

  @Field(() => VersionAction, { description: 'What it did.' })
  action!: VersionAction

  @Field(() => Instant, { description: 'When it was recorded.' })
  at!: Date

  @Field(() => String, { nullable: true, description: 'Who, by name; null for a file, and where no name was kept.' })
  by!: string | null

  @Field(() => CompletionSource, { description: 'How it came in.' })
  source!: CompletionSource

  @Field(() => ID, { nullable: true, description: 'The batch it came in by, where there was one.' })
  batchId!: string | null

  @Field(() => Int, { nullable: true, description: 'The row of that batch.' })
  rowNumber!: number | null

  @Field(() => String, { nullable: true, description: 'Why, for VOIDED.' })
  reason!: string | null

  @Field(() => [RecordChange], { description: 'What changed, field by field; for the first version what it said.' })
  changes!: RecordChange[]

  @Field(() => [BoardAnswer], { description: 'What boards were sent by this version and answered, the oldest first.' })
  answers!: BoardAnswer[]
}

/** A version as the API shows it. */
export function toCompletionVersion(record: LedgerRecord, version: RecordVersion): CompletionVersion {
  return {
    version: version.version,
    action: VersionAction[version.verb],
    at: new Date(version.at),
    by: version.byName,
    source: version.source,
    batchId: version.batchId,
    rowNumber: version.rowNumber,
    reason: version.reason,
    changes: changesOf(record, version),
    answers: answersTo(record, version),
  }
}

const answersTo = ({ parts }: LedgerRecord, { versionId }: RecordVersion): BoardAnswer[] =>
  parts
    .filter((part) => part.versionId === versionId)
    .flatMap(({ boardCode, answers }) => {
      const board = boardByCode(boardCode)
      if (!board) return []
      return answers.map(({ decision, reason, at }) => ({
        board,
        status: CreditStatus[decision],
        reason,
        at: new Date(at),
      }))
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime())
