import { MalformedAnswer } from './malformed-answer.js'

/** What the head of an answer says about the rest of it. */
export interface AnswerHead {
  status: number
  /** Bytes of the body; undefined where it comes in chunks. */
  length: number | undefined
  /** Whether the connection ends with this answer. */
  isLast: boolean
  /** The place of the first byte behind the head. */
  end: number
}

/** Bytes of a head, with those of informational answers before it. */
export const headBytes = 16 * 1024

const [tab, lf, cr, space, zero, nine, colon] = [0x09, 0x0a, 0x0d, 0x20, 0x30, 0x39, 0x3a]
/** The bit that makes small letters of large ones. */
const toLower = 0x20
const protocol = Buffer.from('HTTP/1.1 ')

/** Reads the head of an answer; undefined where not all of it is there. Throws MalformedAnswer as soon as it cannot be one. */
export function readHead(bytes: Buffer, end: number): AnswerHead | undefined {
  let from = 0
  for (;;) {
    const head = new HeadReader(bytes, Math.min(end, headBytes), from).read()
    if (!head) {
      if (end >= headBytes) throw new MalformedAnswer(`Its head is longer than ${headBytes} bytes.`)
      return undefined
    }
    if (head.status >= 200) return head
    // We never ask for another protocol; other informational answers stand before the one that counts.
    if (head.status === 101) throw new MalformedAnswer('It changes the protocol.')
    from = head.end
  }
}

/** What the fields of a head say that is of use here. */
interface Said {
  length: number | undefined
  isChunked: boolean
  isLast: boolean
}

class HeadReader {
  private readonly said: Said = { length: undefined, isChunked: false, isLast: false }

  constructor(
    private readonly bytes: Buffer,
    private readonly limit: number,
    private at: number,
  ) {}

  read(): AnswerHead | undefined {
    const status = this.status()
    if (status === undefined || !this.endOfLine()) return undefined
    while (this.bytes[this.at] !== cr || this.at >= this.limit) if (!this.field()) return undefined
    if (!this.lineEnds()) return undefined
    const { said } = this
    if (status >= 200) checkBody(status, said)
    return { status, length: said.length, isLast: said.isLast, end: this.at }
  }

  private status(): number | undefined {
    for (const byte of protocol) {
      if (this.at >= this.limit) return undefined
      if (this.bytes[this.at] !== byte) throw new MalformedAnswer('It does not begin as an answer of HTTP/1.1 does.')
      this.at += 1
    }
    let status = 0
    const digits = this.at + 3
    for (; this.at < digits; this.at += 1) {
      if (this.at >= this.limit) return undefined
      const digit = this.bytes[this.at] as number
      if (digit < zero || digit > nine) throw new MalformedAnswer('It has no status.')
      status = status * 10 + digit - zero
    }
    if (this.at >= this.limit) return undefined
    const next = this.bytes[this.at]
    if (status < 100 || status > 599 || (next !== space && next !== cr)) throw new MalformedAnswer('It has no status.')
    return status
  }

  /** Reads one field; false where not all of it is there. */
  private field(): boolean {
    const { bytes, limit, at: start } = this
    while (this.at < limit && isToken[bytes[this.at] as number]) this.at += 1
    if (this.at >= limit) return false
    const nameEnd = this.at
    if (bytes[nameEnd] !== colon || nameEnd === start) throw new MalformedAnswer('A field has no name.')
    this.at += 1
    if (!this.endOfLine()) return false
    const known = knownFields[nameEnd - start]
    if (known && isNamed(bytes, start, known.name)) known.read(this.said, valueIn(bytes, nameEnd + 1, this.at - 2))
    return true
  }

  /** Goes on behind the end of the line; false where that is not there. */
  private endOfLine(): boolean {
    while (this.at < this.limit && isText[this.bytes[this.at] as number]) this.at += 1
    return this.lineEnds()
  }

  private lineEnds(): boolean {
    const { bytes, limit, at } = this
    if (at < limit && bytes[at] !== cr) throw new MalformedAnswer('A line of its head holds what may not stand there.')
    if (at + 1 >= limit) return false
    if (bytes[at + 1] !== lf) throw new MalformedAnswer('A line of its head does not end as it should.')
    this.at = at + 2
    return true
  }
}

/** Whether a token is a name, in letters of either case. */
function isNamed(bytes: Buffer, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1)
    if (((bytes[at + index] as number) | toLower) !== name.charCodeAt(index)) return false
  return true
}

/** A value without the blanks around it. */
function valueIn(bytes: Buffer, start: number, end: number): string {
  let [from, to] = [start, end]
  while (from < to && isBlank(bytes[from])) from += 1
  while (to > from && isBlank(bytes[to - 1])) to -= 1
  return bytes.toString('latin1', from, to)
}

const isBlank = (byte: number | undefined) => byte === space || byte === tab

interface KnownField {
  name: string
  read: (said: Said, value: string) => void
}

/** The fields that say something here, by the length of their names. */
const knownFields: Readonly<Record<number, KnownField | undefined>> = {
  10: {
    name: 'connection',
    read: (said, value) => {
      if (/\bclose\b/i.test(value)) said.isLast = true
    },
  },
  14: {
    name: 'content-length',
    read: (said, value) => {
      if (said.length !== undefined || !/^\d{1,15}$/.test(value))
        throw new MalformedAnswer('Its length is not one number.')
      said.length = Number(value)
    },
  },
  17: {
    name: 'transfer-encoding',
    read: (said, value) => {
      if (said.isChunked || value.toLowerCase() !== 'chunked')
        throw new MalformedAnswer('Its transfer encoding is not understood.')
      said.isChunked = true
    },
  },
}

function checkBody(status: number, { length, isChunked }: Said): void {
  if (status === 204 || status === 304) throw new MalformedAnswer(`Its status is ${status}, which has no content.`)
  if (isChunked === (length !== undefined))
    throw new MalformedAnswer('It says in no way, or in two ways, where it ends.')
}

/** For each byte whether it is one of these letters. */
const bytesOf = (letters: RegExp) =>
  Uint8Array.from({ length: 256 }, (_, byte) => Number(letters.test(String.fromCharCode(byte))))

const isToken = bytesOf(/[!#$%&'*+.^_`|~0-9A-Za-z-]/)
const isText = bytesOf(/[\t\x20-\x7e\x80-\xff]/)
