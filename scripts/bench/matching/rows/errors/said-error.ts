import type { ComparedField } from '../../../../../subgraphs/learners/matching/engine/types.js'
import type { Random } from '../../../../seed/random/random.js'
import type { Said, Setting } from '../said.js'

/** One way in which what is said differs from what is on file. */
export interface SaidError {
  /** As the truth names it, `field:kind`. */
  kind: string
  /** How often, among the rows in which it can happen. */
  rate: number
  /** A harmless one says nothing wrong, so that the row has to be matched all the same. */
  harmless: boolean
  /** The fields that are off; any of them is the right one to name. */
  blames: readonly ComparedField[]
  /** What changes; undefined where it cannot happen. */
  change(said: Said, setting: Setting, random: Random): Partial<Said> | undefined
}
