import { Received } from '../received.js'
import { type AnswerBody, ChunkedBody, SizedBody } from './answer-body.js'
import { readHead } from './answer-head.js'
import { MalformedAnswer } from './malformed-answer.js'

/** Reads one answer of HTTP/1.1 out of pieces that may end anywhere. */
export class AnswerReader {
  /** The beginning of a head whose end is not there yet. */
  private begun: Buffer | undefined
  private body: AnswerBody | undefined
  private status = 0
  /** Whether the connection ends with this answer. */
  isLast = false

  constructor(private readonly maxBytes: number) {}

  /**
   * Takes the bytes up to a place, which are written over afterwards; the answer, once it is whole. Throws MalformedAnswer
   * for what is none or for more than one, TooLong for more than whoever asks takes.
   */
  take(bytes: Buffer, end: number): Received | undefined {
    if (this.body) return this.read(this.body, bytes, 0, end)
    if (!this.begun) return this.begin(bytes, end)
    const known = Buffer.concat([this.begun, bytes.subarray(0, end)])
    return this.begin(known, known.length)
  }

  private begin(bytes: Buffer, end: number): Received | undefined {
    const head = readHead(bytes, end)
    if (!head) {
      this.begun = Buffer.from(bytes.subarray(0, end))
      return undefined
    }
    this.begun = undefined
    this.status = head.status
    this.isLast = head.isLast
    const { maxBytes } = this
    this.body = head.length === undefined ? new ChunkedBody(maxBytes) : new SizedBody(head.length, maxBytes)
    return this.read(this.body, bytes, head.end, end)
  }

  private read(body: AnswerBody, bytes: Buffer, at: number, end: number): Received | undefined {
    if (body.take(bytes, at, end) < end) throw new MalformedAnswer('More came than belongs to it.')
    return body.whole && new Received(this.status, body.whole)
  }
}
