import type { RowCells } from '../batch/columns.js'
import type { CreditIdOwner } from '../credit-id/credit-ids.query.js'
import type { ActivityFacts, LearnerMatch, PartMatch } from '../owners/owners.js'
import type { Facts } from './facts.js'
import { judge } from './judge.js'
import { type LivePart, LiveParts } from './live-parts.js'
import { readSubmission } from './read-submission.js'
import { claimKey } from './refused-points.js'
import { isUnreadable } from './submission.js'
import type { Verdict } from './verdict.js'

export const today = '2026-06-30'
export const dee = '0190a000-0000-7000-8000-000000000001'
export const fay = '0190a000-0000-7000-8000-000000000002'

/** The cells of a plain CME row; a blank text leaves a cell out. */
export function cells(changes: Partial<Record<keyof RowCells, string>> = {}): RowCells {
  const texts: Partial<Record<keyof RowCells, string>> = {
    recordAction: 'Add',
    activityId: '200000001',
    completionDate: '2026-06-20',
    firstName: 'Deirdre',
    lastName: 'Marchetti',
    dateOfBirth: '09/10',
    licensingState: 'Maine',
    cmeCredits: '5',
    ...changes,
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (text ? [[key, { text, kind: 'text' as const }]] : [])),
  )
}

/** The cells of the MOC part of a row. */
export const mocCells = {
  certifyingBoard: 'ABIM',
  certifyingBoardId: '219876',
  totalBoardCredits: '5',
  creditType: 'Medical Knowledge',
  creditTypeCredits: '5',
} as const

/** The cells of a row that reports nothing but MOC points. */
export const onlyMoc = { licensingState: '', cmeCredits: '', ...mocCells } as const

export function anActivity(changes: Partial<ActivityFacts> = {}): ActivityFacts {
  return {
    activityId: '200000001',
    version: 1,
    providerId: '0008273',
    providerName: 'Northern Light',
    title: 'Heart Failure Update',
    status: 'ACTIVE',
    activityFormat: 'COURSE',
    startsOn: '2026-06-01',
    endsOn: '2026-06-25',
    quarters: 40,
    isRems: false,
    registrations: [{ boardCode: 'ABIM', quarters: 40, creditTypes: ['MK', 'PS'], creditClaimOn: null }],
    ...changes,
  }
}

export const matched = (learnerId: string, warnings: PartMatch['warnings'] = []): PartMatch => ({
  decision: 'MATCHED',
  learnerId,
  disagreeing: [],
  warnings,
})

export const mismatched = (learnerId: string, ...disagreeing: PartMatch['disagreeing']): PartMatch => ({
  decision: 'MISMATCH',
  learnerId,
  disagreeing,
  warnings: [],
})

export const unmatched = (decision: 'AMBIGUOUS' | 'NOT_FOUND'): PartMatch => ({
  decision,
  learnerId: null,
  disagreeing: [],
  warnings: [],
})

export interface World {
  activities?: ActivityFacts[]
  match?: LearnerMatch
  live?: LivePart[]
  known?: string[]
  /** Rows whose points their board has rejected, all of them Dee’s. */
  refused?: RowCells[]
  /** Printed keys of reports for REMS that stand. */
  remsReports?: string[]
  creditIds?: CreditIdOwner[]
  today?: string
  /** Makes ids; counted ones when omitted. */
  newId?: () => string
}

/** Judges rows in a world where everybody is Dee, unless told otherwise. */
export function judged(rows: readonly RowCells[], world: World = {}): Verdict[] {
  let ids = 0
  const facts: Facts = {
    today: world.today ?? today,
    providerId: '0008273',
    activities: new Map((world.activities ?? [anActivity()]).map((activity) => [activity.activityId, activity])),
    matches: new Map(
      rows.map((_, index) => [index + 3, world.match ?? { license: matched(dee), diplomate: matched(dee) }]),
    ),
    knownLearners: new Set(world.known),
    live: new LiveParts(world.live),
    refusedPoints: new Map((world.refused ?? []).map(refusedRow)),
    remsReports: new Set(world.remsReports),
    creditIds: new Map(world.creditIds?.map((owner) => [owner.creditId, owner])),
    newId:
      world.newId ??
      (() => {
        ids += 1
        return `id-${ids}`
      }),
  }
  return judge(
    rows.map((row, index) => readSubmission(index + 3, row)),
    facts,
  )
}

function refusedRow(row: RowCells): [string, { learnerId: string; completionId: string }] {
  const said = readSubmission(0, row)
  if (isUnreadable(said) || !said.moc) throw new Error('Points of an unreadable row were never sent to a board.')
  return [claimKey(dee, said, said.moc), { learnerId: dee, completionId: 'refused' }]
}

/** What became of rows, in the form that tables of cases compare. */
export const outcomes = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ outcome, issues }) => [outcome, ...issues.map(({ code }) => code)].join(' '))
