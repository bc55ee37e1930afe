import { MalformedAnswer, TooLong } from './malformed-answer.js'
import { passingBytes } from './passing-bytes.js'

/** The body of an answer on its way. */
export interface AnswerBody {
  /** Takes what belongs to it of bytes from one place to another; the place of the first that does not. */
  take(bytes: Buffer, at: number, end: number): number
  /** All of it, once it is there. */
  readonly whole: Buffer | undefined
}

/** A body that was said to have so many bytes. */
export class SizedBody implements AnswerBody {
  private readonly bytes: Buffer
  private filled = 0

  /** Throws TooLong where that is more than may be. */
  constructor(length: number, maxBytes: number) {
    if (length > maxBytes) throw new TooLong(maxBytes)
    this.bytes = passingBytes(length)
  }

  take(bytes: Buffer, at: number, end: number): number {
    const next = Math.min(end, at + this.bytes.length - this.filled)
    bytes.copy(this.bytes, this.filled, at, next)
    this.filled += next - at
    return next
  }

  get whole(): Buffer | undefined {
    return this.filled === this.bytes.length ? this.bytes : undefined
  }
}

const [lf, cr] = [0x0a, 0x0d]
const mostDigits = 8

/** What stands next in a body that comes in chunks. */
type Next = 'SIZE' | 'END_OF_SIZE' | 'DATA' | 'AFTER_DATA' | 'END_OF_DATA' | 'AFTER_LAST' | 'END' | 'NOTHING'

/** A body in chunks, each after its length; without extensions and trailers, which nobody sends us. */
export class ChunkedBody implements AnswerBody {
  private bytes = Buffer.allocUnsafe(4 * 1024)
  private filled = 0
  private next: Next = 'SIZE'
  private size = 0
  private digits = 0

  constructor(private readonly maxBytes: number) {}

  take(bytes: Buffer, from: number, end: number): number {
    let at = from
    while (at < end && this.next !== 'NOTHING') {
      if (this.next === 'DATA') at += this.data(bytes, at, end)
      else {
        this.frame(bytes[at] as number)
        at += 1
      }
    }
    return at
  }

  get whole(): Buffer | undefined {
    return this.next === 'NOTHING' ? this.bytes.subarray(0, this.filled) : undefined
  }

  /** Takes one of the bytes between chunks. */
  private frame(byte: number): void {
    if (this.next === 'SIZE' && byte !== cr) {
      this.digit(byte)
      return
    }
    const { expects, next } = frames[this.next as keyof typeof frames]
    if (byte !== expects || (this.next === 'SIZE' && !this.digits)) throw new MalformedAnswer('A chunk is not framed.')
    if (this.next === 'END_OF_SIZE') this.begin()
    else this.next = next
  }

  private digit(byte: number): void {
    const value = Number.parseInt(String.fromCharCode(byte), 16)
    this.digits += 1
    if (Number.isNaN(value) || this.digits > mostDigits) throw new MalformedAnswer('A chunk has no length.')
    this.size = this.size * 16 + value
  }

  private begin(): void {
    this.next = this.size ? 'DATA' : 'AFTER_LAST'
    this.digits = 0
    if (this.filled + this.size > this.maxBytes) throw new TooLong(this.maxBytes)
  }

  /** Takes bytes of a chunk; how many. */
  private data(bytes: Buffer, at: number, end: number): number {
    const length = Math.min(this.size, end - at)
    if (this.filled + length > this.bytes.length) this.grow(this.filled + length)
    bytes.copy(this.bytes, this.filled, at, at + length)
    this.filled += length
    this.size -= length
    if (!this.size) this.next = 'AFTER_DATA'
    return length
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafe(2 * least)
    this.bytes.copy(larger, 0, 0, this.filled)
    this.bytes = larger
  }
}

/** Each byte that frames chunks, and what stands behind it. */
const frames: Readonly<Record<Exclude<Next, 'DATA' | 'NOTHING'>, { expects: number; next: Next }>> = {
  SIZE: { expects: cr, next: 'END_OF_SIZE' },
  END_OF_SIZE: { expects: lf, next: 'DATA' },
  AFTER_DATA: { expects: cr, next: 'END_OF_DATA' },
  END_OF_DATA: { expects: lf, next: 'SIZE' },
  AFTER_LAST: { expects: cr, next: 'END' },
  END: { expects: lf, next: 'NOTHING' },
}
