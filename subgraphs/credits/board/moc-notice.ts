import type { EntityManager } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { type CreditTypeCode, creditTypeLabels } from '../../reference/certifying-boards.js'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Amount, Day, Instant } from '../../shared/graphql/scalars.js'
import { executeBound } from '../../shared/postgres/bound.js'
import { MocCreditLine } from '../completion/completion.js'
import { ActivityReference } from '../references.js'

/** Why a board hears of points. */
export const NoticeKind = { DECIDE: 'DECIDE', WITHDRAWN: 'WITHDRAWN' } as const
export type NoticeKind = keyof typeof NoticeKind

registerEnumType(NoticeKind, {
  name: 'MocNoticeKind',
  description: 'Why a board hears of points.',
  valuesConfig: {
    DECIDE: { description: 'They wait for its decision.' },
    WITHDRAWN: {
      description: 'The provider has deleted or corrected them; whatever the board said, they count no more (L38).',
    },
  },
})

/** Where a notice stands in the events, and which points it is about. */
export interface NoticeKey {
  noticeId: string
  kind: NoticeKind
  learnerId: string
  partId: string
  happenedAt: Date
}

@ObjectType({
  description:
    'What a certifying board is told of points: enough to decide by its own file, without a name or a birthday. The same in feed and webhook, however often it is told.',
})
export class MocNotice {
  @Field(() => ID, { description: 'Opaque id; the same whenever it is told again.' })
  noticeId!: string

  @Field(() => NoticeKind, { description: 'Why the board hears of it.' })
  kind!: NoticeKind

  @Field(() => ID, { description: 'Id of the points’ part, by which the board answers.' })
  partId!: string

  board!: string

  @Field(() => String, {
    nullable: true,
    description: 'The diplomate’s ID as the provider gave it; null where none was given (ABS, L18).',
  })
  boardId!: string | null

  @Field(() => ActivityReference, { description: 'The activity completed.' })
  activity!: ActivityReference

  @Field(() => Day, { description: 'Day of completion.' })
  completedOn!: string

  @Field(() => Amount, { description: 'Points in all.' })
  points!: number

  @Field(() => [MocCreditLine], {
    description: 'Points by credit type; lines may overlap and are never added up (L21).',
  })
  lines!: MocCreditLine[]

  @Field(() => Instant, { description: 'When it came about.' })
  happenedAt!: Date
}

@ObjectType({ description: 'A page of the feed of a certifying board, the earliest first.' })
export class MocNoticeConnection extends connectionOf(MocNotice, 'MocNotice') {}

interface NoticeRow {
  noticeId: string
  board: string
  boardId: string | null
  activityId: string
  completedOn: string
  quarters: number
  lines: { creditType: CreditTypeCode; quarters: number }[]
}

/** The notices behind these keys, in their order, in one statement; from the ledger alone, so that they never change. */
export async function findNotices(em: EntityManager, keys: readonly NoticeKey[]): Promise<MocNotice[]> {
  const rows = await executeBound<NoticeRow>(
    em,
    `select given.notice as "noticeId", p.board_code as board, p.quarters, p.lines, c.activity_id as "activityId",
       c.completed_on::text as "completedOn", case when upper(btrim(r.cells #>> '{certifyingBoard,text}')) = p.board_code then r.cells #>> '{certifyingBoardId,text}'
         else r.cells #>> array['certifyingBoardId:' || p.board_code, 'text'] end as "boardId"
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as given (notice, learner, part)
     join credit_part p on p.learner_id = given.learner and p.part_id = given.part
     join completion c on c.learner_id = p.learner_id and c.completion_id = p.completion_id
     left join batch_row r on r.batch_id = c.batch_id and r.row_number = c.row_number`,
    [keys.map(({ noticeId }) => noticeId), keys.map(({ learnerId }) => learnerId), keys.map(({ partId }) => partId)],
  )
  const found = new Map(rows.map((row) => [row.noticeId, row]))
  return keys.flatMap((key) => {
    const row = found.get(key.noticeId)
    return row ? [noticeOf(key, row)] : []
  })
}

function noticeOf(key: NoticeKey, { quarters, lines, activityId, ...row }: NoticeRow): MocNotice {
  const { kind, partId, happenedAt } = key
  return {
    ...row,
    kind,
    partId,
    happenedAt,
    activity: { activityId },
    points: quarters,
    lines: lines.map((line) => ({
      creditType: line.creditType,
      label: creditTypeLabels[line.creditType],
      points: line.quarters,
    })),
  }
}

/** A notice as it goes over the wire, in feed and webhook alike; amounts are decimals. */
export const wireNotice = ({ activity, points, lines, happenedAt, ...notice }: MocNotice) => ({
  ...notice,
  activityId: activity.activityId,
  points: points / 4,
  creditTypes: lines.map((line) => ({ ...line, points: line.points / 4 })),
  happenedAt: happenedAt.toISOString(),
})
