import { copyWords, Words } from './words.js'

const first = 64 * 1024
/** From so many bytes on it is worth asking the system to copy them. */
const many = 256

/** Where an answer is put together; the bytes of the last one are written over by the next. */
export class CopiedBytes {
  private bytes = Buffer.allocUnsafeSlow(first)
  private view = new Words(this.bytes).view
  private length = 0

  begin(): void {
    this.length = 0
  }

  /** Appends a part of other bytes. */
  copy({ bytes, view }: Words, start: number, end: number): void {
    const at = this.room(end - start)
    if (end - start > many) bytes.copy(this.bytes, at, start, end)
    else copyWords(this.view, at, view, start, end)
  }

  /** Appends one byte. */
  byte(byte: number): void {
    this.view.setUint8(this.room(1), byte)
  }

  /** What has been appended, for good. */
  take(): Buffer {
    const taken = Buffer.allocUnsafeSlow(this.length)
    this.bytes.copy(taken, 0, 0, this.length)
    return taken
  }

  /** Makes room for bytes; the place of the first. */
  private room(length: number): number {
    const at = this.length
    this.length += length
    if (this.length > this.bytes.length) this.grow(at)
    return at
  }

  private grow(used: number): void {
    const larger = Buffer.allocUnsafeSlow(2 * this.length)
    this.bytes.copy(larger, 0, 0, used)
    this.bytes = larger
    this.view = new Words(larger).view
  }
}
