import { createReadStream } from 'node:fs'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { detectEncoding, textOf } from '../../../shared/table/encoding.js'
import { FileRefusal } from '../../../shared/workbook/refusal.js'
import type { IntakeLimits } from '../format/limits.js'
import type { FoundRecord } from './read-json.js'
import type { WireRecord, WireValue } from './wire-value.js'

/** The records of a MEMS XML file, in order; only the one being read is in memory. */
export async function* readXml(path: string, limits: IntakeLimits): AsyncGenerator<FoundRecord> {
  const reader = new XmlReader(limits)
  for await (const piece of textOf(path, await xmlEncoding(path))) {
    for (let start = 0; start < piece.length; start += partLength) {
      reader.write(piece.slice(start, start + partLength))
      yield* reader.takeRecords()
    }
  }
  reader.end()
}

const partLength = 2 ** 15

/** By the mark at the beginning, else as the declaration says. */
async function xmlEncoding(path: string): Promise<string> {
  for await (const head of createReadStream(path, { end: 511 }) as AsyncIterable<Buffer>) {
    const byMark = detectEncoding(head)
    if (byMark !== 'utf-8') return byMark
    const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(
      head.toString('latin1').replace('\xEF\xBB\xBF', ''),
    )
    const encoding = encodings[(declared?.[1] ?? 'utf-8').toLowerCase()]
    if (encoding) return encoding
    throw new FileRefusal('FILE_FORMAT', `The encoding ${declared?.[1]} is not read. Save the file as UTF-8.`, 'line 1')
  }
  return 'utf-8'
}

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

interface OpenElement {
  name: string
  text: string
  children: WireRecord | undefined
  /** Where it began. */
  line: number
  ignored: boolean
}

class XmlReader {
  private readonly parser = new SaxesParser<{ xmlns: true; position: true }>({ xmlns: true, position: true })
  private readonly stack: OpenElement[] = []
  private readonly found: FoundRecord[] = []
  private values = 0
  private quietCharacters = 0

  constructor(private readonly limits: IntakeLimits) {
    this.parser.on('doctype', () => {
      throw new FileRefusal(
        'FILE_FORMAT_UNSAFE',
        'The file declares a document type. Take the <!DOCTYPE …> out.',
        this.place(),
      )
    })
    this.parser.on('opentag', (tag) => this.open(tag))
    this.parser.on('text', (text) => this.text(text))
    this.parser.on('cdata', (text) => this.text(text))
    this.parser.on('closetag', () => this.close())
  }

  write(text: string): void {
    this.quietCharacters += text.length
    this.guarded(() => this.parser.write(text))
    if (this.quietCharacters > this.limits.recordCharacters) {
      throw new FileRefusal(
        'CELL_TOO_LONG',
        `Near ${this.place()} stands a text without end. Shorten it.`,
        this.place(),
      )
    }
  }

  end(): void {
    this.guarded(() => this.parser.close())
  }

  *takeRecords(): Generator<FoundRecord> {
    yield* this.found.splice(0)
  }

  private open({ local, uri }: SaxesTagNS): void {
    this.quietCharacters = 0
    const parent = this.stack.at(-1)
    if (this.stack.length >= this.limits.xmlDepth) throw this.unsafe('Elements are nested too deeply.')
    if (!parent && local !== rootName) throw this.refuse(`The first element is ${local.slice(0, 60)}, not ${rootName}.`)
    if (this.stack.length === 1) this.values = 0
    this.values += 1
    if (this.values > this.limits.recordValues) {
      throw this.unsafe(`A record holds more than ${this.limits.recordValues} elements. Send what belongs to it only.`)
    }
    const ownWords = this.stack.some(({ name }) => name === 'XtensibleInfo')
    const ignored = Boolean(parent?.ignored) || !(ownWords || knownNames.has(uri))
    this.stack.push({ name: local, text: '', children: undefined, line: this.parser.line, ignored })
  }

  private text(text: string): void {
    const element = this.stack.at(-1)
    if (!element || element.ignored || this.stack.length < 2) return
    element.text += text
    if (element.text.length > this.limits.cellCharacters) {
      const message = `Near ${this.place()} stands a text of more than ${this.limits.cellCharacters} characters. Shorten it.`
      throw new FileRefusal('CELL_TOO_LONG', message, this.place())
    }
  }

  private close(): void {
    this.quietCharacters = 0
    const element = this.stack.pop()
    const parent = this.stack.at(-1)
    if (!element || !parent || element.ignored) return
    if (this.stack.length > 1) add(parent, element.name, element.children ?? element.text.trim())
    else if (element.name === recordName) this.found.push({ line: element.line, record: element.children ?? {} })
  }

  private guarded(step: () => void): void {
    try {
      step()
    } catch (cause) {
      if (cause instanceof FileRefusal) throw cause
      const what = cause instanceof Error ? cause.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '') : 'unreadable'
      throw this.refuse(`The file is not well-formed XML: ${what.slice(0, 100)}.`, cause)
    }
  }

  private place = () => `line ${this.parser.line}`
  private refuse = (message: string, cause?: unknown) =>
    new FileRefusal('FILE_FORMAT', `${message} (${this.place()})`, this.place(), { cause })
  private unsafe = (message: string) =>
    new FileRefusal('FILE_FORMAT_UNSAFE', `${message} (${this.place()})`, this.place())
}

/** Elements of one name become a list. */
function add(parent: OpenElement, name: string, value: WireValue): void {
  parent.children ??= Object.create(null) as WireRecord
  const there = parent.children[name]
  if (there === undefined) parent.children[name] = value
  else if (Array.isArray(there)) there.push(value)
  else parent.children[name] = [there, value]
}

export const rootName = 'ACCMEActivities'
export const recordName = 'MedicalEducationMetrics'
/** What the elements of a MEMS file belong to; what stands in others is not ours. */
export const namespaces = {
  metrics: 'http://ns.medbiq.org/metrics/v2/',
  lom: 'http://ltsc.ieee.org/xsd/LOM',
  health: 'http://ns.medbiq.org/lom/extend/v1/',
} as const
const knownNames = new Set<string>(['', ...Object.values(namespaces)])
