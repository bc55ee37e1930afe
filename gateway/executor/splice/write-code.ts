import { Code } from './code.js'
import type { CopiedBytes } from './copied-bytes.js'
import { NOBODY, type Tape } from './tape.js'

/** Puts an answer together; false where something is missing that has to be there. */
export type Write = (out: CopiedBytes, tapes: readonly Tape[]) => boolean

/** The variable with the frame of an object, and the part whose tape it is in. */
export interface Holder {
  part: number
  frame: string
  /** False for an entity, which may be missing. */
  isThere: boolean
}

/** Slots between which a slice stands; `offset` is added to what stands in the first. */
export interface Slice {
  start: number
  offset: number
  end: number
}

const comma = ','.charCodeAt(0)

/** Writes the code that puts an answer together, in the order of what stands in it. */
export class WriteCode {
  private readonly code = new Code()
  private text = ''

  /** `partCount` is how many tapes there are. */
  constructor(partCount: number) {
    for (let part = 0; part < partCount; part += 1) {
      this.code.line(`const tape${part} = tapes[${part}]`)
      this.code.line(`const slots${part} = tape${part}.slots`)
    }
  }

  literal(text: string): void {
    this.text += text
  }

  /** Declares what leads to an object in an answer. */
  holder(part: number, isThere = true): Holder {
    return { part, frame: this.code.variable(), isThere }
  }

  /** Copies a slice; `missing` is what stands for it where its object is not there, which may not be unless that is given. */
  slice({ part, frame, isThere }: Holder, { start, offset, end }: Slice, missing: string | undefined): void {
    const copy = `out.copy(tape${part}, slots${part}[${frame} + ${start}] + ${offset}, slots${part}[${frame} + ${end}])`
    if (isThere) this.line(copy)
    else this.either(`${frame} !== ${NOBODY}`, () => this.line(copy), missing)
  }

  /** Looks for the entity that belongs to an object. */
  entity({ frame, part }: Holder, owner: Holder, slot: number): void {
    this.code.line(`${frame} = slots${owner.part}[${owner.frame} + ${slot}]`)
    this.code.line(`${frame} = ${frame} < 0 ? ${NOBODY} : (tape${part}.frames[${frame}] ?? ${NOBODY})`)
  }

  /** Writes a child; `nothing` is what stands for it where there is none, which may not be unless that is given. */
  child({ frame }: Holder, owner: Holder, slot: number, write: () => void, nothing: string | undefined): void {
    const child = `slots${owner.part}[${owner.frame} + ${slot}]`
    this.code.line(`${frame} = ${owner.isThere ? child : `${owner.frame} < 0 ? ${NOBODY} : ${child}`}`)
    this.either(`${frame} !== ${NOBODY}`, write, nothing)
  }

  /** Writes each object of a list, from the first on. */
  list({ part, frame }: Holder, write: () => void): void {
    this.line(`while (${frame} >= 0) {`)
    write()
    this.line(`${frame} = slots${part}[${frame}]`, `if (${frame} >= 0) out.byte(${comma})`, '}')
  }

  end(): Write {
    this.line('return true')
    return this.code.build(['out', 'tapes'], {})
  }

  private either(condition: string, write: () => void, otherwise: string | undefined): void {
    if (otherwise === undefined) {
      this.code.line(`if (!(${condition})) return false`)
      write()
      return
    }
    this.line(`if (${condition}) {`)
    write()
    this.line('} else {')
    this.literal(otherwise)
    this.line('}')
  }

  private line(...lines: readonly string[]): void {
    if (this.text) this.code.line(`out.copy(texts, ${this.code.text(this.text)})`)
    this.text = ''
    for (const line of lines) this.code.line(line)
  }
}
