import { Tokenizer, TokenizerError, TokenParser, TokenParserError, TokenType } from '@streamparser/json'
import { FileRefusal } from '../workbook/refusal.js'
import type { FoundRecord, WireLayout, WireLimits } from './wire-layout.js'
import type { WireRecord } from './wire-value.js'

/** The records of a JSON document, in order, as its pieces come; only the one being read is in memory. */
export async function* readJson(
  text: AsyncIterable<string> | Iterable<string>,
  layout: WireLayout,
  limits: WireLimits,
): AsyncGenerator<FoundRecord> {
  const reader = new JsonReader(layout, limits)
  for await (const piece of text) {
    for (const part of parts(piece)) {
      reader.write(part)
      yield* reader.takeRecords()
    }
  }
  reader.end()
  yield* reader.takeRecords()
}

/** Small parts, so that the line of a record is known well enough and no more than a few records wait at once. */
function* parts(piece: string): Generator<string> {
  for (let start = 0; start < piece.length; ) {
    const newline = piece.indexOf('\n', start + partLength)
    const end = newline < 0 || newline > start + 2 * partLength ? start + partLength : newline + 1
    yield piece.slice(start, end)
    start = end
  }
}

const partLength = 2 ** 15

class JsonReader {
  private readonly tokenizer = new Tokenizer()
  private parser: TokenParser | undefined
  private readonly found: FoundRecord[] = []
  /** The names that stand in each open object; undefined for a list. */
  private readonly open: (Set<string> | undefined)[] = []
  private lastText = ''
  private line = 1
  private values = 0
  private quietCharacters = 0

  constructor(
    private readonly layout: WireLayout,
    private readonly limits: WireLimits,
  ) {
    const recordPath = `$.${[...layout.envelope, layout.recordName].join('.')}.*`
    this.tokenizer.onError = rethrow
    this.tokenizer.onToken = (token) => {
      this.parser ??= this.parserFor(token.token === TokenType.LEFT_BRACKET ? '$.*' : recordPath)
      this.check(token.token, token.value)
      this.parser.write(token)
    }
  }

  private parserFor(path: string): TokenParser {
    const parser = new TokenParser({ paths: [path], keepStack: false })
    parser.onError = rethrow
    parser.onValue = ({ value, key }) => {
      const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
      if (!isRecord || typeof key !== 'number') throw this.refuse(this.notAList())
      this.found.push({ line: this.line, record: value as WireRecord })
      this.values = 0
    }
    return parser
  }

  write(text: string): void {
    this.guarded(() => this.tokenizer.write(text))
    this.quietCharacters += text.length
    if (this.quietCharacters > this.limits.recordCharacters) {
      throw new FileRefusal(
        'CELL_TOO_LONG',
        `From line ${this.line} on stands a text without end. Shorten it.`,
        this.place(),
      )
    }
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.line += 1
  }

  end(): void {
    this.guarded(() => this.tokenizer.end())
    if (!this.parser?.isEnded)
      throw this.refuse('The document ends too early; it may have been cut off. Send it again.')
  }

  *takeRecords(): Generator<FoundRecord> {
    yield* this.found.splice(0)
  }

  private check(token: TokenType, value: unknown): void {
    this.quietCharacters = 0
    this.values += 1
    // Each value comes with the marks around it, at most four.
    if (this.values > this.limits.recordValues * 4) {
      throw this.unsafe(`A record holds more than ${this.limits.recordValues} values. Send what belongs to it only.`)
    }
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      this.open.push(token === TokenType.LEFT_BRACE ? new Set() : undefined)
      if (this.open.length > this.limits.xmlDepth) throw this.unsafe('Values are nested too deeply.')
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.open.pop()
    else if (token === TokenType.STRING) this.text(String(value))
    else if (token === TokenType.COLON) this.name(this.lastText)
  }

  private text(text: string): void {
    this.lastText = text
    if (text.length <= this.limits.cellCharacters) return
    const message = `Line ${this.line} holds a text of more than ${this.limits.cellCharacters} characters. Shorten it.`
    throw new FileRefusal('CELL_TOO_LONG', message, this.place())
  }

  private name(name: string): void {
    const names = this.open.at(-1)
    if (name === '__proto__') throw this.unsafe('A value is named __proto__.')
    if (names?.has(name)) throw this.unsafe(`“${name.slice(0, 60)}” stands twice in one object. Keep one of them.`)
    names?.add(name)
  }

  private guarded(step: () => void): void {
    try {
      step()
    } catch (cause) {
      if (cause instanceof TokenizerError || cause instanceof TokenParserError) {
        throw this.refuse('The document is not well-formed JSON. Check it with the program that made it.', cause)
      }
      throw cause
    }
  }

  private notAList(): string {
    const { envelope, recordName, records } = this.layout
    const names = [...envelope, recordName].map((name) => `{"${name}": `)
    return `The ${records} stand in a list: ${names.join('')}[ … ]${'}'.repeat(names.length)}.`
  }

  private place = () => `line ${this.line}`
  private refuse = (message: string, cause?: unknown) =>
    new FileRefusal('FILE_FORMAT', `${message} (near ${this.place()})`, this.place(), { cause })
  private unsafe = (message: string) =>
    new FileRefusal('FILE_FORMAT_UNSAFE', `${message} (near ${this.place()})`, this.place())
}

function rethrow(error: Error): never {
  throw error
}
