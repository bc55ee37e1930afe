import type { ComparedField, OperatingPoint } from '../types.js'
import type { LevelOf } from './levels.js'

/** Everything about the model that is a number. Reviewed, versioned, and stored with every decision by its version. */
export interface Model {
  version: string
  /** How often a claim is about somebody on file under a name that the file knows. */
  onFile: number
  /**
   * How often the same person is given at each level, where both sides say something. An initial stands beside the other
   * levels: it is compared with what it can agree with, and the habit of writing one says nothing about who is meant.
   */
  agreement: { readonly [Field in ComparedField]: Readonly<Record<LevelOf<Field>, number>> }
  operatingPoints: Readonly<Record<OperatingPoint, Thresholds>>
}

/** How much doubt a match by machine leaves, as odds against the likeliest candidate. */
export interface Thresholds {
  /** Odds of “nobody on file”. */
  nobody: number
  /** Odds of all other candidates together: the margin. */
  others: number
}

export const model: Model = {
  version: '2026-11-23.1',
  onFile: 0.955,
  agreement: {
    NPI: { EXACT: 0.99, ONE_EDIT: 0.008, DIFFERENT: 0.002 },
    LICENSE: { EXACT: 0.975, OTHER_STATE: 0.009, ONE_EDIT: 0.014, DIFFERENT: 0.002 },
    BOARD_ID: { EXACT: 0.993, ONE_EDIT: 0.005, DIFFERENT: 0.002 },
    NAME_ORDER: { AS_GIVEN: 0.994, SWAPPED: 0.006 },
    LAST_NAME: {
      EXACT: 0.961,
      FORMER: 0.0045,
      PART: 0.006,
      MIDDLE: 0.001,
      DROPPED_OR_TRANSPOSED: 0.01,
      ONE_EDIT: 0.008,
      SIMILAR: 0.002,
      DIFFERENT: 0.0075,
    },
    FIRST_NAME: {
      EXACT: 0.928,
      PART: 0.001,
      NICKNAME: 0.022,
      RELATED: 0.01,
      INITIAL: 0.99,
      MIDDLE: 0.0085,
      DROPPED_OR_TRANSPOSED: 0.01,
      ONE_EDIT: 0.008,
      SIMILAR: 0.002,
      DIFFERENT: 0.004,
    },
    MIDDLE_NAME: { EXACT: 0.995, INITIAL: 0.995, DIFFERENT: 0.005 },
    SUFFIX: { EXACT: 0.9999, DIFFERENT: 0.0001 },
    BIRTHDATE: { EXACT: 0.978, SWAPPED: 0.002, SLIP: 0.011, FIRST_OF_JANUARY: 0.0013, DIFFERENT: 0.004 },
    STATE: { LICENSED: 0.974, NEIGHBOUR: 0.02, ELSEWHERE: 0.006 },
    CITY: { EXACT: 0.9, DIFFERENT: 0.1 },
    EMAIL: { EXACT: 0.5, DIFFERENT: 0.5 },
  },
  operatingPoints: {
    DEFAULT: { nobody: 1e-4, others: 1e-4 },
    BOLD: { nobody: 1e-3, others: 1e-3 },
  },
}
