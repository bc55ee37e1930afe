const first = 64 * 1024

/** Where an answer is put together; the bytes of the last one are written over by the next. */
export class CopiedBytes {
  private bytes = Buffer.allocUnsafeSlow(first)
  private length = 0

  begin(): void {
    this.length = 0
  }

  /** Appends a part of other bytes. */
  copy(from: Buffer, start: number, end: number): void {
    const length = end - start
    if (this.length + length > this.bytes.length) this.grow(length)
    from.copy(this.bytes, this.length, start, end)
    this.length += length
  }

  /** Appends all of other bytes. */
  append(from: Buffer): void {
    this.copy(from, 0, from.length)
  }

  /** What has been appended, for good. */
  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }

  private grow(length: number): void {
    const larger = Buffer.allocUnsafeSlow(2 * Math.max(this.bytes.length, this.length + length))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }
}
