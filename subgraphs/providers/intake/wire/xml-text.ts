import { escapeXml } from '../../../shared/workbook/xml-text.js'
import { namespaces, recordName, rootName } from './read-xml.js'
import type { WireRecord, WireValue } from './wire-value.js'

/** What stands before the records of a file, and behind them. */
export const xmlFrame = {
  start:
    `<?xml version="1.0" encoding="UTF-8"?>\n<${rootName} xmlns="${namespaces.metrics}"` +
    ` xmlns:lom="${namespaces.lom}" xmlns:h="${namespaces.health}">\n`,
  end: `</${rootName}>\n`,
} as const

/** One record as MEMS XML; lists become elements of one name, and what is null is left out. */
export const recordXml = (record: WireRecord): string => `${elements(recordName, record, '')}\n`

/** Elements whose name begins a part of another vocabulary; what stands in them is of it too. */
const prefixes: Readonly<Record<string, string>> = { Lom: 'lom:', lom: 'lom:', healthcareMetadata: 'h:' }

function elements(name: string, value: WireValue | undefined, inherited: string): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => elements(name, item, inherited)).join('')
  const prefix = prefixes[name] ?? inherited
  const tag = `${prefix}${name}`
  if (typeof value !== 'object') return `<${tag}>${escapeXml(storable(String(value)))}</${tag}>`
  const inside = Object.entries(value).map(([key, part]) => elements(key, part, prefix))
  return `<${tag}>${inside.join('')}</${tag}>`
}

/** A carriage return would come back as a line feed; what XML cannot hold at all is left out. */
const storable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
