import { Code } from './code.js'
import { scanBoolean, scanId, scanNull, scanNumber, scanScalar, scanString, scanWhole } from './scan-leaf.js'
import { EMPTY, NOBODY, type Tape } from './tape.js'
import { standsAt } from './words.js'

/** Looks through an answer and fills its tape; false where it is not what it has to be. */
export type Scan = (tape: Tape) => boolean

const known = { scanBoolean, scanId, scanNull, scanNumber, scanScalar, scanString, scanWhole, standsAt }

const leaves = {
  Boolean: 'scanBoolean',
  Float: 'scanNumber',
  ID: 'scanId',
  Int: 'scanWhole',
  String: 'scanString',
  /** Whatever else is written as one value. */
  scalar: 'scanScalar',
} as const satisfies Record<string, keyof typeof known>

/** Scalars by what their values look like. */
export type LeafKind = keyof typeof leaves

/** True for a scalar that looks like no other. */
export const isLeafKind = (name: string): name is LeafKind => Object.hasOwn(leaves, name)

/** The variables with the frame of the object that is looked through, and with the slot that has to lead to the next one. */
export interface OpenFrame {
  frame: string
  link: string
}

const [openList, closeList, comma, lineBreak, letterN] = [...'[],\nn'].map((letter) => letter.charCodeAt(0))

/** Writes the code that looks through an answer, in the order of what stands in it. */
export class ScanCode {
  private readonly code = new Code()
  /** What has to stand next, together with the places in it that are kept. */
  private text = ''
  private marks: { slot: string; offset: number }[] = []

  constructor() {
    this.code.line('const { bytes, view, frames, targets } = tape')
    this.code.line('let at = 0')
  }

  /** A text, letter for letter. */
  literal(text: string): void {
    this.text += text
  }

  /** A slot of a frame keeps the place that has been come to. */
  mark({ frame }: OpenFrame, slot: number | undefined): void {
    if (slot !== undefined) this.marks.push({ slot: `${frame} + ${slot}`, offset: this.text.length })
  }

  leaf(kind: LeafKind): void {
    this.line(`at = ${leaves[kind]}(bytes, at)`, 'if (at < 0) return false')
  }

  oneOf(texts: readonly string[]): void {
    this.line(...texts.map((text) => `if (${this.stands(text)}) at += ${text.length}\nelse`), 'return false')
  }

  nullable(value: () => void): void {
    this.line(`if (bytes[at] === ${letterN}) {`, 'at = scanNull(bytes, at)', 'if (at < 0) return false', '} else {')
    value()
    this.line('}')
  }

  list(item: () => void): void {
    this.line(`if (bytes[at] !== ${openList}) return false`, 'at += 1')
    this.line(`if (bytes[at] !== ${closeList}) {`)
    this.items(item)
    this.line('}', 'at += 1')
  }

  /** The entities of an answer up to the end of their list, each of which may be missing. */
  entities(own: OpenFrame, entity: () => void): void {
    this.items(() => {
      this.code.line(`${own.frame} = ${NOBODY}`)
      this.nullable(entity)
      this.entity(own)
    })
    this.line('at += 1')
  }

  /** Declares what leads to the objects at one depth. */
  open(): OpenFrame {
    return { frame: this.code.variable(), link: this.code.variable() }
  }

  /** The objects that follow belong to a field of the owner. */
  link({ link }: OpenFrame, owner: OpenFrame, slot: number, isList: boolean): void {
    this.code.line(`${link} = ${owner.frame} + ${slot}`)
    this.code.line(`tape.slots[${link}] = ${isList ? EMPTY : NOBODY}`)
  }

  /** Begins the frame of an object, and tells the fetches that ask about it. */
  begin({ frame, link }: OpenFrame, size: number, targets: readonly number[]): void {
    this.code.line(`${frame} = tape.begin(${size})`)
    this.code.line(`tape.slots[${link}] = ${frame}`)
    this.code.line(`${link} = ${frame}`)
    for (const part of targets) this.code.line(`targets[${part}].push(${frame})`)
  }

  /** The frame that was begun last is that of an entity. */
  entity({ frame }: OpenFrame): void {
    this.line(`frames.push(${frame})`)
  }

  end(): Scan {
    // Answers may end with the line break of whoever wrote them.
    this.line(`return at === bytes.length || (at === bytes.length - 1 && bytes[at] === ${lineBreak})`)
    return this.code.build(['tape'], known)
  }

  /** Items with commas between them, and what ends their list. */
  private items(item: () => void): void {
    this.line('for (;;) {')
    item()
    this.line(`if (bytes[at] !== ${comma}) break`, 'at += 1', '}')
    this.line(`if (bytes[at] !== ${closeList}) return false`)
  }

  private line(...lines: readonly string[]): void {
    const { length } = this.text
    if (length) this.code.line(`if (!${this.stands(this.text)}) return false\nat += ${length}`)
    for (const { slot, offset } of this.marks) this.code.line(`tape.slots[${slot}] = at - ${length - offset}`)
    this.text = ''
    this.marks = []
    for (const line of lines) this.code.line(line)
  }

  private stands(text: string): string {
    return `standsAt(view, at, texts.view, ${this.code.text(text)})`
  }
}
