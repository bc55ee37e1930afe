import { type ComparedField, comparedFields } from '../types.js'

/** Where each field stands in the arrays of levels and gains. */
export const at = Object.fromEntries(comparedFields.map((field, index) => [field, index])) as Record<
  ComparedField,
  number
>

/** What the comparison with one person came to, field by field; the next comparison writes over it. */
export class Sheet {
  /** Codes of levels; 0 where there was nothing to compare. */
  readonly level = new Uint8Array(comparedFields.length)
  /** log2 of how much likelier what was typed is for the person, given the level, than for a stranger. */
  readonly gain = new Float64Array(comparedFields.length)

  clear(): void {
    const { level } = this
    for (let field = 0; field < level.length; field++) level[field] = 0
  }

  /** Forgets what the names came to, which may be read in another way. */
  clearNames(): void {
    const { level } = this
    level[at.NAME_ORDER] = 0
    level[at.LAST_NAME] = 0
    level[at.FIRST_NAME] = 0
    level[at.MIDDLE_NAME] = 0
  }

  set(field: number, level: number, gain: number): void {
    this.level[field] = level
    this.gain[field] = gain
  }
}
