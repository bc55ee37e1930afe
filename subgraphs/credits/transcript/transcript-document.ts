import { boardByCode } from '../board/board.js'
import type { CmeCredit, Completion } from '../completion/completion.js'
import type { ActivityFacts, Physician } from '../owners/owners.js'

export interface TranscriptMember {
  givenName: string
  middleName: string | null
  familyName: string
  suffix: string | null
  degree: string
  npi: string | null
  licenses: { state: string; board: string; boardName: string; licenseNumber: string }[]
  certifications: { board: string; boardName: string; boardId: string }[]
}

export interface TranscriptMoc {
  board: string
  boardName: string
  points: number
  lines: { creditType: string; label: string; points: number }[]
}

export interface TranscriptEntry {
  completedOn: string
  activityTitle: string
  providerName: string
  /** `followsFrom` names the board from whose accepted points the credit follows, where nobody reported it. */
  cme: { credits: number; followsFrom?: string } | null
  moc: TranscriptMoc[]
}

export interface BoardTotal {
  board: string
  boardName: string
  points: number
}

/** CME and MOC stand side by side and are never added together (P03). */
export interface DocumentTotals {
  credits: number
  pointsByBoard: BoardTotal[]
}

/** What an official transcript says: PDF and JSON show exactly this, the hash covers exactly this. Amounts are decimals. */
export interface TranscriptDocument {
  /** Version of this form, so that old transcripts stay readable when it changes. */
  form: 1
  member: TranscriptMember
  period: { from: string; to: string }
  publishedAt: string
  entries: TranscriptEntry[]
  totals: DocumentTotals
}

export interface TranscriptFacts {
  physician: Physician
  period: { from: string; to: string }
  publishedAt: Date
  /** Accepted parts only, the newest first (P01). */
  records: readonly Completion[]
  activities: ReadonlyMap<string, ActivityFacts>
}

/** Writes the document from what the ledger and the owners say. */
export function transcriptDocument(facts: TranscriptFacts): TranscriptDocument {
  const { physician, period, publishedAt, records, activities } = facts
  return {
    form: 1,
    member: memberOf(physician),
    period: { from: period.from, to: period.to },
    publishedAt: publishedAt.toISOString(),
    entries: oneEntryEach(records).map((record) => entryOf(record, activities)),
    totals: totalsOf(records),
  }
}

function memberOf({ licenses, certifications, ...person }: Physician): TranscriptMember {
  const { givenName, middleName, familyName, suffix, degree, npi } = person
  return {
    givenName,
    middleName,
    familyName,
    suffix,
    degree,
    npi,
    licenses: licenses.map(({ state, licenseNumber, board }) => ({ state, ...named(board.code), licenseNumber })),
    certifications: certifications.map(({ boardId, board }) => ({ ...named(board.code), boardId })),
  }
}

function named(code: string): { board: string; boardName: string } {
  const board = boardByCode(code)
  if (!board) throw new Error(`There is no board ${code}.`)
  return { board: code, boardName: board.name }
}

function entryOf(record: Completion, activities: ReadonlyMap<string, ActivityFacts>): TranscriptEntry {
  const activity = activities.get(record.activity.activityId)
  if (!activity) throw new Error(`Nobody knows activity ${record.activity.activityId}.`)
  return {
    completedOn: record.completedOn,
    activityTitle: activity.title,
    providerName: activity.providerName,
    cme: record.cme ? cmeOf(record.cme) : null,
    moc: record.moc.map(({ board, points, lines }) => ({
      board: board.code,
      boardName: board.name,
      points: decimal(points),
      lines: lines.map((line) => ({ ...line, points: decimal(line.points) })),
    })),
  }
}

const cmeOf = ({ credits, followsFrom }: CmeCredit) => ({
  credits: decimal(credits),
  ...(followsFrom ? { followsFrom: followsFrom.code } : {}),
})

/** CME credit that follows from points stands on the entry of those points (P02). */
function oneEntryEach(records: readonly Completion[]): Completion[] {
  const placeOf = ({ activity, completedOn }: Completion, board = '') =>
    `${activity.activityId} ${completedOn} ${board}`
  const hosts = new Map(
    records
      .filter(({ cme }) => !cme)
      .flatMap((record) => record.moc.map(({ board }) => [placeOf(record, board.code), record.completionId])),
  )
  const following = new Map(
    records.flatMap((record) => {
      const host = record.cme?.followsFrom && hosts.get(placeOf(record, record.cme.followsFrom.code))
      return host ? [[host, record]] : []
    }),
  )
  const placed = new Set([...following.values()].map(({ completionId }) => completionId))
  return records
    .filter(({ completionId }) => !placed.has(completionId))
    .map((record) => ({ ...record, cme: record.cme ?? following.get(record.completionId)?.cme }))
}

function totalsOf(records: readonly Completion[]): DocumentTotals {
  const points = new Map<string, BoardTotal>()
  for (const { board, points: quarters } of records.flatMap(({ moc }) => moc)) {
    const total = points.get(board.code) ?? { board: board.code, boardName: board.name, points: 0 }
    points.set(board.code, { ...total, points: total.points + decimal(quarters) })
  }
  return {
    credits: decimal(records.reduce((quarters, { cme }) => quarters + (cme?.credits ?? 0), 0)),
    pointsByBoard: [...points.values()].sort((one, other) => (one.board < other.board ? -1 : 1)),
  }
}

// Quarters are exact as binary fractions, so sums of decimals are too.
const decimal = (quarters: number) => quarters / 4
