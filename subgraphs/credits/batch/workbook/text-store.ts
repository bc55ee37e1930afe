import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'

/** Texts by number: the first ones in memory, the rest in a scratch file that vanishes with the process. */
export class TextStore {
  private memory = Buffer.allocUnsafe(64 * 1024)
  private starts = new Uint32Array(1024)
  private pending: Buffer[] = []
  private pendingBytes = 0
  private scratch: number | undefined
  private spilledFrom = Number.POSITIVE_INFINITY
  count = 0

  constructor(
    private readonly scratchPath: string,
    private readonly bytesInMemory: number,
  ) {}

  add(text: string): void {
    const bytes = Buffer.from(text)
    const start = this.starts[this.count] ?? 0
    if (this.count + 1 === this.starts.length) this.starts = grown(this.starts, new Uint32Array(this.starts.length * 2))
    this.count += 1
    this.starts[this.count] = start + bytes.length
    if (this.spilledFrom === Number.POSITIVE_INFINITY && start + bytes.length > this.bytesInMemory)
      this.spilledFrom = start
    if (start >= this.spilledFrom) this.spill(bytes)
    else this.keep(bytes, start)
  }

  /** To be called after the last text is added and before the first is asked for. */
  seal(): void {
    this.flush()
  }

  get(index: number): string | undefined {
    const start = this.starts[index]
    const end = this.starts[index + 1]
    if (index >= this.count || start === undefined || end === undefined) return undefined
    if (start < this.spilledFrom) return this.memory.toString('utf8', start, end)
    const bytes = Buffer.allocUnsafe(end - start)
    if (bytes.length > 0) readSync(this.open(), bytes, 0, bytes.length, start - this.spilledFrom)
    return bytes.toString()
  }

  close(): void {
    if (this.scratch !== undefined) closeSync(this.scratch)
    this.scratch = undefined
  }

  private keep(bytes: Buffer, start: number): void {
    if (start + bytes.length > this.memory.length) {
      const length = Math.max(this.memory.length * 2, start + bytes.length)
      this.memory = grown(this.memory, Buffer.allocUnsafe(length))
    }
    bytes.copy(this.memory, start)
  }

  private spill(bytes: Buffer): void {
    this.pending.push(bytes)
    this.pendingBytes += bytes.length
    if (this.pendingBytes > 256 * 1024) this.flush()
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = Buffer.concat(this.pending)
    for (let written = 0; written < bytes.length; ) written += writeSync(this.open(), bytes, written)
    this.pending = []
    this.pendingBytes = 0
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
