import { badInput } from '../../shared/errors.js'
import { messagesOf } from '../../shared/service/service-messages.js'
import { recordsOf, type ServiceAnswer, type ServiceCall } from '../../shared/service/service-route.js'
import { inTime } from '../../shared/upload/in-time.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { at, textOf, type WireRecord } from '../../shared/wire/wire-value.js'
import type { CreditsContext } from '../context.js'
import { reportRows } from '../intake/report-cells.js'
import { reportLayout } from '../intake/report-layout.js'
import { type PreparedChunk, prepareChunk, type Row } from '../record/apply-chunk.js'
import { issue } from '../record/issue.js'
import type { Verdict } from '../record/verdict.js'
import { recordChunk } from '../submission/record-chunk.js'
import { createdIn } from './document-instant.js'

/**
 * Records reports of learners on the path of files, each by itself; the same report again is a duplicate and adds
 * nothing. 201 when any was recorded, 400 when all were refused.
 */
export async function saveLearnerActivity(call: ServiceCall<CreditsContext>): Promise<ServiceAnswer> {
  const { em, owners, viewer } = call.context
  const providerId = viewer.ownProviderId()
  const records = await recordsOf(call, 'SaveLearnerActivity', reportLayout)
  if (!records.length) throw badInput('The document holds no ActivityReport.')
  const rows = records.flatMap(({ record }) => rowsOf(record, providerId)).map(numbered)
  const prepare = () => prepareChunk(rows, owners, providerId)
  const record = (chunk: PreparedChunk) =>
    em.transactional((transaction) => recordChunk(transaction, chunk, call.context))
  const { verdicts } = await inTime(await prepare(), prepare, record)
  return {
    status: statusOf(verdicts),
    name: 'SaveLearnerActivityResult',
    record: { DateTimeCreated: createdIn(call)?.toISOString() ?? null, Record: verdicts.map(resultRecord) },
  }
}

const numbered = (row: Omit<Row, 'rowNumber'>, index: number): Row => ({ ...row, rowNumber: index + 1 })

/** Reporting is agreed to with whoever uses the services; a report that says otherwise is refused (L33). */
function rowsOf(record: WireRecord, providerId: string): Omit<Row, 'rowNumber'>[] {
  const refused = textOf(at(record, 'XtensibleInfo', 'LearnerPermission'))?.toLowerCase() === 'false'
  return reportRows(record, providerId).map(({ cells, issues }) => ({
    cells,
    issues: refused ? [issue('PERMISSION_MISSING'), ...issues] : issues,
  }))
}

function statusOf(verdicts: readonly Verdict[]): number {
  if (verdicts.some(({ outcome }) => outcome === RowOutcome.ACCEPTED)) return 201
  return verdicts.every(({ outcome }) => outcome === RowOutcome.REJECTED) ? 400 : 200
}

const resultRecord = ({ rowNumber, cells, outcome, completionId, issues }: Verdict): WireRecord => ({
  Number: rowNumber,
  Outcome: outcome,
  CompletionID: completionId,
  CreditID: cells.creditId?.text.split('; ') ?? [],
  Message: messagesOf(issues),
})
