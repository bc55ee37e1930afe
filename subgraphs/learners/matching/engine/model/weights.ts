import type { ComparedField, OperatingPoint } from '../types.js'
import type { LevelOf } from './levels.js'

/** Everything about the model that is a number. Reviewed, versioned, and stored with every decision by its version. */
export interface Model {
  version: string
  /** How often a claim is about somebody on file under a name that the file knows. */
  onFile: number
  /** How many of the people on file stand there a second time. */
  doubles: number
  /** How often somebody who is on file is given a number that nobody has, where the file has none of that kind for him or her. */
  unknownNumber: number
  /** How often a claim is about a twin, not on file, of somebody who is, for each claim about somebody on file. */
  twin: number
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
  version: '2026-11-23.2',
  onFile: 0.965,
  doubles: 0.01,
  unknownNumber: 0.2,
  twin: 0.001,
  agreement: {
    NPI: { EXACT: 0.99, ONE_EDIT: 0.00817, DIFFERENT: 0.00147 },
    LICENSE: { EXACT: 0.959, OTHER_STATE: 0.0238, ONE_EDIT: 0.0131, DIFFERENT: 0.00373 },
    BOARD_ID: { EXACT: 0.99, ONE_EDIT: 0.005, DIFFERENT: 0.005 },
    NAME_ORDER: { AS_GIVEN: 0.994, SWAPPED: 0.00603 },
    LAST_NAME: {
      EXACT: 0.969,
      FORMER: 0.00461,
      PART: 0.00354,
      MIDDLE: 0.00116,
      DROPPED_OR_TRANSPOSED: 0.00623,
      ONE_EDIT: 0.0091,
      SIMILAR: 0.002,
      DIFFERENT: 0.00635,
    },
    FIRST_NAME: {
      EXACT: 0.946,
      PART: 0.001,
      NICKNAME: 0.0191,
      RELATED: 0.0108,
      INITIAL: 0.999,
      MIDDLE: 0.00846,
      DROPPED_OR_TRANSPOSED: 0.00586,
      ONE_EDIT: 0.00905,
      SIMILAR: 0.002,
      DIFFERENT: 0.003,
    },
    MIDDLE_NAME: { EXACT: 0.997, INITIAL: 0.997, NOT_ON_FILE: 0.4, DIFFERENT: 0.003 },
    SUFFIX: { EXACT: 0.9999, DIFFERENT: 0.0001 },
    BIRTHDATE: { EXACT: 0.985, SWAPPED: 0.00195, SLIP: 0.00955, FIRST_OF_JANUARY: 0.00102, DIFFERENT: 0.00227 },
    STATE: { LICENSED: 0.974, NEIGHBOUR: 0.0195, ELSEWHERE: 0.00606 },
    CITY: { EXACT: 0.89, ONE_EDIT: 0.01, DIFFERENT: 0.1 },
    EMAIL: { EXACT: 0.6, DIFFERENT: 0.4 },
  },
  operatingPoints: {
    DEFAULT: { nobody: 1.1e-4, others: 1e-3 },
    BOLD: { nobody: 7e-4, others: 1e-3 },
  },
}
