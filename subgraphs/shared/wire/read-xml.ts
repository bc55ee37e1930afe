import { SaxesParser, type SaxesTagNS } from 'saxes'
import { FileRefusal } from '../workbook/refusal.js'
import { type FoundRecord, ownWords, type WireLayout, type WireLimits } from './wire-layout.js'
import type { WireRecord, WireValue } from './wire-value.js'

/** The records of an XML document, in order, as its pieces come; only the one being read is in memory. */
export async function* readXml(
  text: AsyncIterable<string> | Iterable<string>,
  layout: WireLayout,
  limits: WireLimits,
): AsyncGenerator<FoundRecord> {
  const reader = new XmlReader(layout, limits)
  for await (const piece of text) {
    for (let start = 0; start < piece.length; start += partLength) {
      reader.write(piece.slice(start, start + partLength))
      yield* reader.takeRecords()
    }
  }
  reader.end()
}

const partLength = 2 ** 15

interface OpenElement {
  name: string
  namespace: string
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
  /** How many elements stand around the record that is being read; undefined between records. */
  private outside: number | undefined
  private values = 0
  private quietCharacters = 0

  constructor(
    private readonly layout: WireLayout,
    private readonly limits: WireLimits,
  ) {
    this.parser.on('doctype', () => {
      throw new FileRefusal(
        'FILE_FORMAT_UNSAFE',
        'The document declares a document type. Take the <!DOCTYPE …> out.',
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

  private open({ local, uri, attributes }: SaxesTagNS): void {
    this.quietCharacters = 0
    const { envelope, recordName, namespaces } = this.layout
    const parent = this.stack.at(-1)
    if (this.stack.length >= this.limits.xmlDepth) throw this.unsafe('Elements are nested too deeply.')
    if (!parent && !envelope.includes(local))
      throw this.refuse(`The first element is ${local.slice(0, 60)}, not ${envelope[0]}.`)
    const isBetween = this.outside === undefined && this.stack.every(({ name }) => envelope.includes(name))
    if (isBetween) this.values = 0
    if (isBetween && local === recordName) this.outside = this.stack.length
    this.values += 1
    if (this.values > this.limits.recordValues) {
      throw this.unsafe(`A record holds more than ${this.limits.recordValues} elements. Send what belongs to it only.`)
    }
    const speaks = ({ name, namespace }: OpenElement) =>
      name === ownWords || (namespace === uri && envelope.includes(name))
    const isAround = isBetween && envelope.includes(local)
    const isOurs = uri === '' || namespaces.includes(uri) || isAround || this.stack.some(speaks)
    const ignored = Boolean(parent?.ignored) || !isOurs
    const children = this.layout.attributesOf?.includes(local) ? attributesIn(attributes) : undefined
    this.stack.push({ name: local, namespace: uri, text: '', children, line: this.parser.line, ignored })
  }

  private text(text: string): void {
    const element = this.stack.at(-1)
    if (!element || element.ignored || this.outside === undefined) return
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
    if (!element || this.outside === undefined) return
    if (this.stack.length === this.outside) {
      this.outside = undefined
      if (!element.ignored) this.found.push({ line: element.line, record: element.children ?? {} })
    } else if (parent && !element.ignored) add(parent, element.name, contentOf(element))
  }

  private guarded(step: () => void): void {
    try {
      step()
    } catch (cause) {
      if (cause instanceof FileRefusal) throw cause
      const what = cause instanceof Error ? cause.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '') : 'unreadable'
      throw this.refuse(`The document is not well-formed XML: ${what.slice(0, 100)}.`, cause)
    }
  }

  private place = () => `line ${this.parser.line}`
  private refuse = (message: string, cause?: unknown) =>
    new FileRefusal('FILE_FORMAT', `${message} (${this.place()})`, this.place(), { cause })
  private unsafe = (message: string) =>
    new FileRefusal('FILE_FORMAT_UNSAFE', `${message} (${this.place()})`, this.place())
}

/** The attributes of an element that are no declarations; undefined without any. */
function attributesIn(attributes: SaxesTagNS['attributes']): WireRecord | undefined {
  const own = Object.values(attributes).filter(({ prefix, local }) => prefix !== 'xmlns' && local !== 'xmlns')
  if (own.length === 0) return undefined
  const found = Object.create(null) as WireRecord
  for (const { local, value } of own) found[local] = value
  return found
}

function contentOf({ children, text }: OpenElement): WireValue {
  if (!children) return text.trim()
  if (text.trim()) children.value ??= text.trim()
  return children
}

/** Elements of one name become a list. */
function add(parent: OpenElement, name: string, value: WireValue): void {
  parent.children ??= Object.create(null) as WireRecord
  const there = parent.children[name]
  if (there === undefined) parent.children[name] = value
  else if (Array.isArray(there)) there.push(value)
  else parent.children[name] = [there, value]
}
