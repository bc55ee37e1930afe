import { JSONParser } from '@streamparser/json'
import { SaxesParser } from 'saxes'
import { centralInstant } from '../../reference/central-day.js'
import type { ServiceCall } from '../../shared/service/service-route.js'
import { reportLayout } from '../intake/report-layout.js'

const name = 'DateTimeCreated'

/** It stands before the reports; further on nobody looks for it. */
const headLength = 16 * 1024

/** When a document of reports says that it was made (B11); undefined where it does not. The document was read before. */
export function createdIn({ format, text }: Pick<ServiceCall<unknown>, 'format' | 'text'>): Date | undefined {
  const head = text.slice(0, headLength)
  const said = format === 'JSON' ? inJson(head) : inXml(head)
  return said === undefined ? undefined : centralInstant(said)
}

function inJson(head: string): string | undefined {
  let said: string | undefined
  const parser = new JSONParser({ paths: [`$.${[...reportLayout.envelope, name].join('.')}`], keepStack: false })
  parser.onValue = ({ value }) => {
    if (typeof value === 'string') said ??= value
  }
  parser.write(head)
  return said
}

function inXml(head: string): string | undefined {
  let said: string | undefined
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', (tag) => open.push(tag.name.replace(/^.*:/, '')))
  parser.on('text', (part) => {
    const [around, element] = open.slice(-2)
    if (element === name && around === reportLayout.envelope.at(-1)) said = (said ?? '') + part
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(head)
  return said
}
