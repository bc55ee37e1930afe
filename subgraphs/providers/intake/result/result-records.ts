import type { WireRecord } from '../../../shared/wire/wire-value.js'
import type { ResultRow } from './result-rows.js'

/** The records of a file as they were sent, each with what became of it under `Result`, which is not read again. */
export async function* resultRecords(rows: AsyncIterable<ResultRow>): AsyncGenerator<WireRecord> {
  for await (const { rowNumber, submitted, outcome, effect, issues, activityId } of rows) {
    const record = Array.isArray(submitted) ? {} : submitted
    yield {
      ...record,
      Result: {
        recordNumber: rowNumber,
        outcome,
        effect,
        activityId,
        issue: issues.map(({ code, severity, column, message, fix }) => ({ code, severity, column, message, fix })),
      },
    }
  }
}
