import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'

/** Texts by number: the first ones in memory, the rest in a scratch file that vanishes with the process. */
export class TextStore {
  count = 0
  private memory = Buffer.allocUnsafe(64 * 1024)
  private starts = new Uint32Array(1024)
  private pending = Buffer.allocUnsafe(64 * 1024)
  private pendingBytes = 0
  private scratch: number | undefined
  private spilledFrom: number | undefined

  constructor(
    private readonly scratchPath: string,
    private readonly bytesInMemory: number,
  ) {}

  add(text: string): void {
    const length = Buffer.byteLength(text)
    const start = this.starts[this.count] ?? 0
    if (this.count + 1 === this.starts.length) this.starts = grown(this.starts, new Uint32Array(this.starts.length * 2))
    this.count += 1
    this.starts[this.count] = start + length
    if (this.spilledFrom === undefined && start + length > this.bytesInMemory) this.spilledFrom = start
    if (this.spilledFrom === undefined) this.keep(text, start, length)
    else this.spill(text, length)
  }

  /** To be called after the last text is added and before the first is asked for. */
  flush(): void {
    for (let written = 0; written < this.pendingBytes; ) {
      written += writeSync(this.open(), this.pending, written, this.pendingBytes - written)
    }
    this.pendingBytes = 0
  }

  get(index: number): string | undefined {
    const start = this.starts[index]
    const end = this.starts[index + 1]
    if (index >= this.count || start === undefined || end === undefined) return undefined
    if (this.spilledFrom === undefined || start < this.spilledFrom) return this.memory.toString('utf8', start, end)
    const bytes = Buffer.allocUnsafe(end - start)
    if (bytes.length > 0) readSync(this.open(), bytes, 0, bytes.length, start - this.spilledFrom)
    return bytes.toString()
  }

  close(): void {
    if (this.scratch !== undefined) closeSync(this.scratch)
    this.scratch = undefined
  }

  private keep(text: string, start: number, length: number): void {
    if (start + length > this.memory.length) {
      this.memory = grown(this.memory, Buffer.allocUnsafe(Math.max(this.memory.length * 2, start + length)))
    }
    this.memory.write(text, start)
  }

  private spill(text: string, length: number): void {
    if (this.pendingBytes + length > this.pending.length) this.flush()
    if (length > this.pending.length) this.pending = Buffer.allocUnsafe(length)
    this.pendingBytes += this.pending.write(text, this.pendingBytes)
  }

  /** The name is removed at once, so that nothing stays behind when the process is killed. */
  private open(): number {
    if (this.scratch === undefined) {
      this.scratch = openSync(this.scratchPath, 'wx+', 0o600)
      unlinkSync(this.scratchPath)
    }
    return this.scratch
  }
}

function grown<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
