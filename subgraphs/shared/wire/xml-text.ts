import { escapeXml } from '../workbook/xml-text.js'
import type { WireLayout } from './wire-layout.js'
import type { WireRecord, WireValue } from './wire-value.js'

/** What stands before the records of a document. */
export function xmlStart({ envelope, namespaces: [main], prefixes }: WireLayout): string {
  const others = Object.values(prefixes).map(({ prefix, namespace }) => ` xmlns:${prefix}="${namespace}"`)
  const [root, ...inner] = envelope
  const tags = [`<${root} xmlns="${main}"${[...new Set(others)].join('')}>`, ...inner.map((name) => `<${name}>`)]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tags.join('\n')}\n`
}

/** What stands behind them. */
export const xmlEnd = ({ envelope }: WireLayout): string =>
  envelope
    .toReversed()
    .map((name) => `</${name}>\n`)
    .join('')

/** One record as XML; lists become elements of one name, and what is null is left out. */
export const recordXml = (record: WireRecord, { recordName, prefixes }: WireLayout): string =>
  `${elements(recordName, record, '', prefixes)}\n`

/** A value as one XML element without a vocabulary. */
export const elementXml = (name: string, value: WireValue): string => elements(name, value, '', {})

/** What stands in an element of another vocabulary is of it too. */
function elements(
  name: string,
  value: WireValue | undefined,
  inherited: string,
  prefixes: WireLayout['prefixes'],
): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => elements(name, item, inherited, prefixes)).join('')
  const own = prefixes[name]
  const prefix = own ? `${own.prefix}:` : inherited
  const tag = `${prefix}${name}`
  if (typeof value !== 'object') return `<${tag}>${escapeXml(storable(String(value)))}</${tag}>`
  const inside = Object.entries(value).map(([key, part]) => elements(key, part, prefix, prefixes))
  return `<${tag}>${inside.join('')}</${tag}>`
}

/** A carriage return would come back as a line feed; what XML cannot hold at all is left out. */
const storable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .toWellFormed()
