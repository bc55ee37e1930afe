import { badInput } from '../../shared/errors.js'
import { messagesOf } from '../../shared/service/service-messages.js'
import { recordsOf, type ServiceAnswer, type ServiceCall } from '../../shared/service/service-route.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import { at, textOf, type WireRecord } from '../../shared/wire/wire-value.js'
import type { CreditsContext } from '../context.js'
import { reportRows } from '../intake/report-cells.js'
import { reportLayout } from '../intake/report-layout.js'
import type { Row } from '../record/apply-chunk.js'
import { issue } from '../record/issue.js'
import { actingFor } from '../submission/acting.js'
import type { Answered } from '../submission/idempotency.js'
import { createdIn } from './document-instant.js'

/**
 * Records reports of learners on the path of files, each by itself; the same report again is a duplicate and adds
 * nothing. 201 when any was recorded, 400 when all were refused.
 */
export async function saveLearnerActivity(call: ServiceCall<CreditsContext>): Promise<ServiceAnswer> {
  const acting = actingFor(call.context)
  const { providerId } = acting
  const records = await recordsOf(call, 'SaveLearnerActivity', reportLayout)
  if (!records.length) throw badInput('The document holds no ActivityReport.')
  const rows = records.flatMap(({ record }) => rowsOf(record, providerId)).map(numbered)
  const recorded = await call.context.recorder.record({ rows }, acting, call.context)
  return {
    status: statusOf(recorded.rows),
    name: 'SaveLearnerActivityResult',
    record: { DateTimeCreated: createdIn(call)?.toISOString() ?? null, Record: recorded.rows.map(resultRecord) },
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

function statusOf(answers: readonly Answered[]): number {
  if (answers.some(({ outcome }) => outcome === RowOutcome.ACCEPTED)) return 201
  return answers.every(({ outcome }) => outcome === RowOutcome.REJECTED) ? 400 : 200
}

const resultRecord = ({ rowNumber, cells, outcome, completionId, issues }: Answered): WireRecord => ({
  Number: rowNumber,
  Outcome: outcome,
  CompletionID: completionId,
  CreditID: cells.creditId?.text.split('; ') ?? [],
  Message: messagesOf(issues),
})
