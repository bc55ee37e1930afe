import type { WireRecord } from './wire-value.js'
import { recordXml, xmlFrame } from './xml-text.js'

/** Records as a JSON document, made as they come. */
export async function* jsonDocument(records: AsyncIterable<WireRecord>): AsyncGenerator<string> {
  yield '{"ACCMEActivities": {"MedicalEducationMetrics": ['
  let mark = '\n'
  for await (const record of records) {
    yield mark + JSON.stringify(record)
    mark = ',\n'
  }
  yield '\n]}}\n'
}

/** Records as an XML document, made as they come. */
export async function* xmlDocument(records: AsyncIterable<WireRecord>): AsyncGenerator<string> {
  yield xmlFrame.start
  for await (const record of records) yield recordXml(record)
  yield xmlFrame.end
}
