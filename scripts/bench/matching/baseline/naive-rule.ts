import { plainLetters } from '../names/spelling.js'
import type { Physician } from '../population/physician.js'
import type { Cells } from '../rows/cells.js'
import type { Answer } from '../score/judge.js'
import { hashOf } from '../truth/hash.js'

const nobody = -1
const several = -2

/** The rule that everybody thinks of first: exact names, birthday and state, and nobody else has them too. */
export class NaiveRule {
  private keys = new Float64Array(1 << 12)
  private values = new Int32Array(1 << 12).fill(nobody)
  private readonly ids: string[] = []
  private used = 0

  /** Bytes of its table. */
  get bytes(): number {
    return this.keys.byteLength + this.values.byteLength
  }

  add({ id, first, last, birthMonth, birthDay, licenses }: Physician): void {
    const place = this.ids.push(id) - 1
    for (const { state } of licenses) this.put(keyOf(first, last, birthMonth, birthDay, state), place)
  }

  answer({ first, last, birth_month, birth_day, state }: Cells): Answer {
    const value = this.values[this.slotOf(keyOf(first, last, Number(birth_month), Number(birth_day), state))] ?? nobody
    const personId = this.ids[value]
    if (personId !== undefined) return { decision: 'MATCHED', personId, candidates: [{ personId }] }
    return { decision: value === several ? 'AMBIGUOUS' : 'NOT_FOUND', candidates: [] }
  }

  private put(key: number, place: number): void {
    if (this.used * 2 > this.keys.length) this.grow()
    const slot = this.slotOf(key)
    const known = this.values[slot] ?? nobody
    if (known === nobody) this.used += 1
    this.keys[slot] = key
    this.values[slot] = known === nobody || known === place ? place : several
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1
    let slot = (key ^ (key / 0x1_0000_0000)) & mask
    while (this.values[slot] !== nobody && this.keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values]
    this.keys = new Float64Array(keys.length * 2)
    this.values = new Int32Array(keys.length * 2).fill(nobody)
    keys.forEach((key, old) => {
      const value = values[old] ?? nobody
      if (value === nobody) return
      const slot = this.slotOf(key)
      this.keys[slot] = key
      this.values[slot] = value
    })
  }
}

/** 53 bits of a text, so that a million people never share a number by chance. */
function keyOf(first: string, last: string, month: number, day: number, state: string): number {
  const text = `${plainLetters(first)}|${plainLetters(last)}|${month}|${day}|${state.trim().toUpperCase()}`
  return hashOf(text) * 0x20_0000 + (hashOf(`|${text}`) >>> 11)
}
