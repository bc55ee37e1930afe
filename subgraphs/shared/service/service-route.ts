import { badRequest, codeOf, isOurFault } from '../errors.js'
import type { FileRoute } from '../http/file-routes.js'
import { readText } from '../http/read-text.js'
import { readJson } from '../wire/read-json.js'
import { readXml } from '../wire/read-xml.js'
import type { FoundRecord, WireLayout } from '../wire/wire-layout.js'
import type { WireRecord } from '../wire/wire-value.js'
import { FileRefusal } from '../workbook/refusal.js'
import { formatOf, type ServiceFormat, sendDocument, sendFault } from './service-format.js'
import { serviceLimits, serviceWireLimits } from './service-limits.js'

/** One call of an operation. */
export interface ServiceCall<Context> {
  context: Context
  format: ServiceFormat
  text: string
}

export interface ServiceAnswer {
  status: number
  /** Its first element. */
  name: string
  record: WireRecord
}

/** The web service operations of a subgraph by their names. */
export type ServiceOperations<Context> = Readonly<
  Record<string, (call: ServiceCall<Context>) => Promise<ServiceAnswer>>
>

/** The address at which a subgraph answers its web service operations. What the caller did wrong is told in his format; anything else is thrown. */
export const serviceRoute = <Context>(operations: ServiceOperations<Context>): FileRoute<Context> => [
  'POST',
  new RegExp(`^/services/(${Object.keys(operations).join('|')})$`),
  async ({ context, request, response, id }) => {
    const format = formatOf(request)
    try {
      const { text } = await readText(request, serviceLimits.bodyBytes)
      const answer = await operations[id]?.({ context, format, text })
      if (answer) sendDocument(response, answer.status, format, answer.name, answer.record)
    } catch (error) {
      const told = error instanceof FileRefusal ? badRequest(error.message, { cause: error }) : error
      if (!codeOf(told) || isOurFault(codeOf(told))) throw told
      sendFault(response, told, format)
    }
  },
]

/** The records of a document that came with a call of an operation; in XML its elements may stand inside one of the operation’s name. */
export async function recordsOf(
  { format, text }: Pick<ServiceCall<unknown>, 'format' | 'text'>,
  operation: string,
  layout: WireLayout,
): Promise<FoundRecord[]> {
  const found: FoundRecord[] = []
  const records =
    format === 'JSON'
      ? readJson([text], layout, serviceWireLimits)
      : readXml([text], { ...layout, envelope: [operation, ...layout.envelope] }, serviceWireLimits)
  for await (const record of records) {
    found.push(record)
    if (found.length > serviceLimits.records)
      throw badRequest(`A call carries at most ${serviceLimits.records} records. Send more of them as a file.`)
  }
  return found
}

/** The one record that a question consists of. */
export async function questionOf(
  { format, text }: Pick<ServiceCall<unknown>, 'format' | 'text'>,
  operation: string,
  layout: WireLayout,
): Promise<WireRecord> {
  if (format === 'JSON' && !/^\s*\{/.test(text)) throw badRequest('Send one JSON object: {"ProviderId": …}.')
  const records =
    format === 'JSON'
      ? readJson(['[', text, ']'], layout, serviceWireLimits)
      : readXml([text], { ...layout, envelope: [operation], recordName: operation }, serviceWireLimits)
  const questions: WireRecord[] = []
  for await (const { record } of records) {
    questions.push(record)
    if (questions.length > 1) throw badRequest('Ask one question a call.')
  }
  const [question] = questions
  if (!question) throw badRequest('The request is empty.')
  return question
}
