import type { EntityManager } from '@mikro-orm/postgresql'
import { creditTypeLabels } from '../../reference/certifying-boards.js'
import { fromCursor } from '../../shared/graphql/cursor.js'
import { boardByCode } from '../board/board.js'
import { rejectionIssue } from '../board/board-reasons.js'
import { atInstant } from '../learner/same-learner.js'
import type { Completion, CompletionSource, CreditStatus, MocCredit } from './completion.js'
import type { Scope, Selected } from './completion.policy.js'
import { preparedUnlessKnownAt, versionOf, withCredit } from './known-credit.js'

interface PartRow {
  partId: string
  kind: 'CME' | 'MOC'
  boardCode: string
  quarters: number
  status: CreditStatus
  reason: string | null
  reasonCode: string | null
  askedAt: string
  isOverdue: boolean
  licensingState: string | null
  followsBoard: string | null
  lines: { creditType: keyof typeof creditTypeLabels; quarters: number }[]
}

interface RecordRow {
  completionId: string
  listedFor: string | null
  learnerId: string
  providerId: string
  activityId: string
  completedOn: string
  source: CompletionSource
  recordedAt: string
  version: number
  parts: PartRow[]
}

/** What selects and orders records: conditions on `live_credit c`, and the cursor after which the page begins. */
export interface RecordSelection {
  scope: Scope
  /** Further conditions with their parameters. */
  and?: readonly Scope[]
  order: 'NEWEST_COMPLETED' | 'NEWEST_RECORDED'
  after?: string | null
  /** Records in all, or of each learner where learners are given. */
  limit: number
  /** As the ledger stood at an instant; as it stands, where none is given. */
  knownAt?: Date | null
  /** Only records of these learners, or of those merged with them, a page of each. */
  ofEach?: readonly string[]
  /** Only records with these ids. */
  withIds?: readonly string[]
  /** Only so many entries are looked at, in the order asked for. */
  lookingAt?: number
  /** Where entries are looked for, as a statement with the columns of `live_credit`; in all of it, where none is given. */
  among?: Selected
}

const orders = {
  NEWEST_COMPLETED: { column: 'completed_on', type: 'date', cursor: ['DAY', 'UUID'] },
  NEWEST_RECORDED: { column: 'recorded_at', type: 'timestamptz', cursor: ['INSTANT', 'UUID'] },
} as const

// Selected, so that the planner takes any list for one of ten: else it would plan anew for each list that is shorter.
const givenIds = `(select string_to_array(?, ',')::uuid[])::uuid[]`

/** Records with the parts that the scope shows, in one statement: first the page by its index, then its parts. */
export async function findRecords(em: EntityManager, selection: RecordSelection): Promise<Completion[]> {
  const { column, type, cursor } = orders[selection.order]
  const scope = selection.knownAt ? atInstant(selection.scope) : selection.scope
  const conditions = [scope, ...(selection.and ?? [])]
  if (selection.withIds) {
    conditions.push({
      where: `c.completion_id = any(${givenIds})`,
      params: [selection.withIds.join(',')],
    })
  }
  const after: Scope[] = selection.after
    ? [
        {
          where: `(c.${column}, c.completion_id) < (?::${type}, ?::uuid)`,
          params: fromCursor(selection.after, cursor),
        },
      ]
    : []
  conditions.push(...after)
  const visible = conditions.map(({ where }) => `(${where})`).join(' and ')
  const params = conditions.flatMap((condition) => condition.params)
  const source = sourceOf(selection, after)
  const page = `
    select c.learner_id, c.completion_id, c.${column}
    from ${source.select} c
    where ${visible} ${selection.ofEach ? 'and c.learner_id = any(same_learner(given.learner_id))' : ''}
    group by c.${column}, c.completion_id, c.learner_id
    order by c.${column} desc, c.completion_id desc
    limit ?::int`
  const pages = selection.ofEach
    ? `select given.learner_id as listed_for, page.* from unnest(${givenIds}) as given (learner_id) cross join lateral (${page}) page`
    : `select null::uuid as listed_for, page.* from (${page}) page`
  const statement = `${withCredit(selection.knownAt)} page as materialized (${pages})
     select c.completion_id as "completionId", page.listed_for as "listedFor", survivor_of(c.learner_id) as "learnerId", c.provider_id as "providerId",
       c.activity_id as "activityId", c.completed_on::text as "completedOn", c.source,
       to_json(c.recorded_at) #>> '{}' as "recordedAt", ${versionOf(selection.knownAt)} as version,
       jsonb_agg(jsonb_build_object('partId', c.part_id, 'kind', c.kind, 'boardCode', c.board_code, 'quarters', c.quarters,
         'status', c.status, 'reason', c.reason, 'reasonCode', c.reason_code, 'askedAt', c.asked_at,
         'isOverdue', c.status = 'PENDING' and c.asked_at < now() - interval '24 hours', 'licensingState', c.licensing_state, 'followsBoard', c.follows_board, 'lines', c.lines)
         order by c.kind, c.board_code, c.part_id) as parts
     from page join live_credit c using (learner_id, completion_id)
     where ${visible}
     group by page.listed_for, c.completion_id, c.learner_id, c.provider_id, c.activity_id, c.completed_on, c.source, c.recorded_at
     order by c.${column} desc, c.completion_id desc`
  const learners = selection.ofEach ? [selection.ofEach.join(',')] : []
  const values = [...learners, ...source.params, ...params, selection.limit, ...params]
  const rows =
    selection.ofEach || selection.withIds
      ? await preparedUnlessKnownAt<RecordRow>(em, selection.knownAt, statement, values)
      : await em.execute<RecordRow[]>(statement, values)
  return rows.map(toCompletion)
}

/** Where the entries of a page are looked for. */
function sourceOf({ order, among, lookingAt }: RecordSelection, after: readonly Scope[]): Selected {
  if (among) return { select: `(${among.select})`, params: among.params }
  if (!lookingAt) return { select: 'live_credit', params: [] }
  const { column } = orders[order]
  const where = after.map((condition) => condition.where).join() || 'true'
  return {
    select: `(select * from live_credit c where ${where} order by c.${column} desc, c.completion_id desc limit ${Number(lookingAt)})`,
    params: after.flatMap(({ params }) => params),
  }
}

/** The cursor key of a record in either order. */
export const recordKey =
  (order: RecordSelection['order']) =>
  (record: Completion): [string, string] => [
    order === 'NEWEST_COMPLETED' ? record.completedOn : record.recordedAtExactly,
    record.completionId,
  ]

function toCompletion(row: RecordRow): Completion {
  const cme = row.parts.find(({ kind }) => kind === 'CME')
  return {
    completionId: row.completionId,
    listedFor: row.listedFor,
    learnerId: row.learnerId,
    activity: { activityId: row.activityId },
    provider: { providerId: row.providerId },
    completedOn: row.completedOn,
    cme: cme
      ? {
          partId: cme.partId,
          credits: cme.quarters,
          status: cme.status,
          licensingState: cme.licensingState,
          followsFrom: cme.followsBoard ? boardByCode(cme.followsBoard) : null,
        }
      : null,
    moc: row.parts.filter(({ kind }) => kind === 'MOC').map(toMoc),
    source: row.source,
    version: row.version,
    recordedAt: new Date(row.recordedAt),
    recordedAtExactly: row.recordedAt,
  }
}

function toMoc({ partId, boardCode, quarters, lines, status, reason, ...part }: PartRow): MocCredit {
  const board = boardByCode(boardCode)
  if (!board) throw new Error(`There is no board ${boardCode}.`)
  return {
    partId,
    boardCode,
    board,
    points: quarters,
    status,
    reason,
    issue: status === 'REJECTED' ? rejectionIssue(boardCode, part.reasonCode, reason) : null,
    askedAt: new Date(part.askedAt),
    isOverdue: part.isOverdue,
    lines: lines.map((line) => ({
      creditType: line.creditType,
      label: creditTypeLabels[line.creditType],
      points: line.quarters,
    })),
  }
}
