import type { WireLayout } from './wire-layout.js'
import type { WireRecord } from './wire-value.js'
import { recordXml, xmlEnd, xmlStart } from './xml-text.js'

type Records = AsyncIterable<WireRecord> | Iterable<WireRecord>

/** Records as a JSON document, made as they come. */
export async function* jsonDocument(records: Records, { envelope, recordName }: WireLayout): AsyncGenerator<string> {
  const names = [...envelope, recordName]
  yield `${names.map((name) => `{"${name}": `).join('')}[`
  let mark = '\n'
  for await (const record of records) {
    yield mark + JSON.stringify(record)
    mark = ',\n'
  }
  yield `\n]${'}'.repeat(names.length)}\n`
}

/** Records as an XML document, made as they come. */
export async function* xmlDocument(records: Records, layout: WireLayout): AsyncGenerator<string> {
  yield xmlStart(layout)
  for await (const record of records) yield recordXml(record, layout)
  yield xmlEnd(layout)
}
