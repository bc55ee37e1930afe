import { Words } from './words.js'

const lastAscii = 0x7f

/** No object: a null, or an entity that was not asked about. */
export const NOBODY = -1
/** No object, since a list is empty. */
export const EMPTY = -2

/**
 * Where in the bytes of an answer the things stand that are needed of it. Each object that is not copied as a whole has a
 * frame of numbers: the next object of its list, the place of it among the entities of each attached fetch, and then
 * whatever its layout asks for.
 */
export class Tape extends Words {
  /** The first number belongs to no frame. */
  private size = 1
  /** Each byte as a letter, so that the texts of many short parts need not be asked of the system one by one. */
  private letters: string | undefined
  /** The frames of entities, in the order in which they were asked about. */
  readonly frames: number[] = []

  constructor(
    bytes: Buffer,
    /** The frames about which each fetch asks. */
    readonly targets: readonly number[][],
    /** Numbers up to `size`; what stands behind it is left over from an earlier answer. */
    public slots: Int32Array = spare.pop() ?? new Int32Array(firstLength),
  ) {
    super(bytes)
  }

  /** Begins a frame. */
  begin(frameSize: number): number {
    const frame = this.size
    this.size += frameSize
    if (this.size > this.slots.length) this.grow()
    for (let slot = frame; slot < this.size; slot += 1) this.slots[slot] = NOBODY
    return frame
  }

  /** A part of the bytes as a text. */
  text(start: number, end: number): string {
    const { bytes } = this
    for (let at = start; at < end; at += 1)
      if ((bytes[at] as number) > lastAscii) return bytes.toString('utf8', start, end)
    this.letters ??= bytes.toString('latin1')
    return this.letters.slice(start, end)
  }

  /** Leaves the numbers to another answer; nobody may look at this one any more. */
  release(): void {
    if (this.slots.length <= spareLength && spare.length < spareTapes) spare.push(this.slots)
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.size)
    larger.set(this.slots)
    this.slots = larger
  }
}

/** Lists of numbers that were made and are not in use. */
const spare: Int32Array[] = []
const spareTapes = 64
const firstLength = 1024
const spareLength = 16 * 1024
