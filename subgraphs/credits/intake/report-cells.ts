import { parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { identifierCells, identifiersIn, memberCells, type WireIdentifier } from '../../reference/learner-wire.js'
import type { Issue } from '../../shared/upload/issue.js'
import { at, recordsWith, textOf, type WireRecord } from '../../shared/wire/wire-value.js'
import type { Cell } from '../../shared/workbook/cell.js'
import type { ColumnKey, RowCells } from '../batch/columns.js'
import { issue } from '../record/issue.js'

/** One row that a report amounts to, with what is wrong with the report as such. */
export interface ReportRow {
  cells: RowCells
  issues: Issue[]
}

/** One award of a report: credit of one kind. */
interface Certificate {
  identifiers: WireIdentifier[]
  kind: string
  amount: string | undefined
  unit: string | undefined
  creditId: string | undefined
}

/**
 * The rows that a report amounts to: the first with the CME credit, REMS and the first board, one more for each further
 * board, as a spreadsheet would have them (5.1). `providerId` is the provider who sends it.
 */
export function reportRows(report: WireRecord, providerId: string): ReportRow[] {
  const certificates = recordsWith(at(report, 'Activity', 'Module', 'CreditCertificate'), 'CreditReceived').map(
    certificateOf,
  )
  const boards = [...new Set(certificates.flatMap(({ identifiers }) => boardsIn(identifiers)))]
  const cme = certificates.filter(({ identifiers }) => boardsIn(identifiers).length === 0)
  const common = commonCells(report)
  const issues = [...reportIssues(report, providerId), ...certificates.flatMap(certificateIssues)]
  const byBoard = boards.map((board) =>
    boardCells(certificates.filter(({ identifiers }) => boardsIn(identifiers).includes(board))),
  )
  const first = { ...common, ...cmeCells(cme), ...remsCells(report), ...byBoard[0] }
  const ids = [...cme, ...ofBoard(certificates, boards[0])].flatMap(({ creditId }) => creditId ?? [])
  const rows = [{ cells: withIds(first, ids), issues }]
  for (const [index, board] of boards.entries()) {
    if (index === 0) continue
    const own = ofBoard(certificates, board).flatMap(({ creditId }) => creditId ?? [])
    rows.push({ cells: withIds({ ...common, ...byBoard[index] }, own), issues })
  }
  return rows
}

function certificateOf(found: WireRecord): Certificate {
  return {
    identifiers: identifiersIn(at(found, 'UniqueID')),
    kind: textOf(at(found, 'CreditReceived', 'activityCertification')) ?? '',
    amount: textOf(at(found, 'CreditReceived', 'numberOfCredits')),
    unit: textOf(at(found, 'CreditReceived', 'creditUnit')),
    creditId: textOf(at(found, 'CreditID')),
  }
}

const boardsIn = (identifiers: readonly WireIdentifier[]) =>
  identifiers.flatMap(({ domain }) => parseCertifyingBoard(domain) ?? [])

const ofBoard = (certificates: readonly Certificate[], board: string | undefined) =>
  certificates.filter(({ identifiers }) => boardsIn(identifiers).some((code) => code === board))

/** What stands in every row of a report. A time of day is dropped, so that no zone moves the day (L10). */
function commonCells(report: WireRecord): RowCells {
  const module = at(report, 'Activity', 'Module')
  return cellsOf({
    ...memberCells(report),
    recordAction: textOf(at(report, 'XtensibleInfo', 'LearnerRecordAction')),
    activityId: textOf(at(module, 'ModuleName', 'moduleID')) ?? textOf(at(module, 'moduleID')),
    completionDate: textOf(at(module, 'CompletedDateTime'))?.replace(/T.*$/, ''),
  })
}

/** The CME credit: what is awarded without a board. Several awards are a mistake that the row names, not a sum. */
function cmeCells(certificates: readonly Certificate[]): RowCells {
  const [first, ...others] = certificates
  if (!first) return {}
  const amount = others.length ? certificates.map((one) => one.amount).join(' and ') : first.amount
  const { licensingState, licenseIdOrNpi } = identifierCells(certificates.flatMap(({ identifiers }) => identifiers))
  return cellsOf({ licensingState, licenseIdOrNpi, cmeCredits: amount })
}

const lineColumns: readonly (readonly [ColumnKey, ColumnKey])[] = [
  ['creditType', 'creditTypeCredits'],
  ['additionalCreditType1', 'additionalCredits1'],
  ['additionalCreditType2', 'additionalCredits2'],
  ['additionalCreditType3', 'additionalCredits3'],
  ['additionalCreditType4', 'additionalCredits4'],
]

/**
 * The points of one board. A line named “Points” says how many there are in all; without it the largest line does, since
 * lines may be about the same points and are never summed (L21).
 */
function boardCells(certificates: readonly Certificate[]): RowCells {
  const isTotal = ({ kind }: Certificate) => /^(\w+ )?points?$/i.test(kind.trim())
  const lines = certificates.filter((certificate) => !isTotal(certificate))
  const total = certificates.find(isTotal)?.amount ?? largest(lines.map(({ amount }) => amount))
  const { certifyingBoard, certifyingBoardId } = identifierCells(certificates.flatMap((one) => one.identifiers))
  const cells = cellsOf({ certifyingBoard, certifyingBoardId, totalBoardCredits: total })
  for (const [index, { kind, amount }] of lines.entries()) {
    const [typeColumn, amountColumn] = lineColumns[index] ?? []
    if (typeColumn && amountColumn) Object.assign(cells, cellsOf({ [typeColumn]: kind, [amountColumn]: amount }))
  }
  return cells
}

const largest = (amounts: readonly (string | undefined)[]) =>
  amounts.reduce((most, amount) => (Number(amount) > Number(most ?? 0) ? amount : most), amounts[0])

/** Demographics for REMS (2.6.4). */
function remsCells(report: WireRecord): RowCells {
  const participant = at(report, 'Participants', 'Participant')
  if (!participant) return {}
  const [id] = identifiersIn(at(participant, 'LocalIdentifier'))
  const local = id ? [id.domain, id.value].filter(Boolean).join(':') : textOf(at(participant, 'LocalIdentifier'))
  return cellsOf({
    localIdentifier: local,
    practiceState: textOf(at(participant, 'StateOfPrimaryPractice')),
    deaRegistration: textOf(at(participant, 'DEARegistration')),
    profession: textOf(at(participant, 'Profession')),
    practiceArea: textOf(at(participant, 'PracticeArea')),
    surgicalProcedures: textOf(at(participant, 'SurgicalProcedures')),
    timeInPractice: textOf(at(participant, 'TimeInPractice')),
  })
}

/** What is wrong with a report as such: whose it is (W02), and that it is not of something completed (L29). */
function reportIssues(report: WireRecord, providerId: string): Issue[] {
  const status = textOf(at(report, 'Activity', 'Module', 'Status'))
  const named = [at(report, 'XtensibleInfo', 'ProviderID'), at(report, 'Activity', 'ProviderOrganization')]
  const other = named.map(textOf).find((id) => id !== undefined && id !== providerId)
  return [
    ...(other ? [issue('OTHER_PROVIDER', undefined, { value: other.slice(0, 40) })] : []),
    ...(status?.toLowerCase() === 'completed' ? [] : [issue('NOT_COMPLETED', undefined, { value: status ?? 'blank' })]),
  ]
}

/** The unit of credit is the point (L30), and a line belongs to a board or is CME credit. */
function certificateIssues({ unit, kind, identifiers }: Certificate): Issue[] {
  const wrongUnit = unit?.toLowerCase() !== 'point'
  const isKnown = boardsIn(identifiers).length > 0 || /^ama pra category 1\b/i.test(kind)
  return [
    ...(wrongUnit ? [issue('CREDIT_UNIT_UNKNOWN', undefined, { value: unit ?? 'blank' })] : []),
    ...(isKnown ? [] : [issue('CERTIFICATION_UNKNOWN', undefined, { value: kind.slice(0, 40) || 'blank' })]),
  ]
}

const withIds = (cells: RowCells, ids: readonly string[]): RowCells =>
  ids.length ? { ...cells, creditId: textCell(ids.join('; ')) } : cells

type Given = Partial<Record<ColumnKey, Cell | string | undefined>>

const cellsOf = (given: Given): RowCells =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const cell = typeof value === 'string' ? textCell(value) : value
      return cell?.text.trim() ? [[key, cell]] : []
    }),
  )

const textCell = (text: string): Cell => ({ text: text.trim(), kind: 'text' })
