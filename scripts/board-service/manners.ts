import type { BoardReasonCode } from '../../subgraphs/credits/board/board-reasons.js'

/** How the stand-in treats one question. */
export type Manner =
  | { kind: 'ACCEPTS' }
  | { kind: 'REJECTS'; reasonCode: BoardReasonCode; reason?: string }
  /** Says nothing now, and answers by its own call after a while. */
  | { kind: 'IS_LATE' }
  /** Answers at once, and the same once more by its own call. */
  | { kind: 'ANSWERS_TWICE' }
  /** Accepts at once, and rejects by its own call afterwards. */
  | { kind: 'CONTRADICTS_ITSELF' }
  /** Answers nothing to anybody for a while, and accepts after that. */
  | { kind: 'GOES_DOWN' }
  /** Sends something that is no answer the first time, and accepts after that. */
  | { kind: 'TALKS_NONSENSE' }
  /** Leaves the decision to the people of the board. */
  | { kind: 'LEAVES_IT_TO_PEOPLE' }

/**
 * What provokes what: points that end in .25 are rejected for a reason that the whole points name, points that end in
 * .75 meet a board that is not at its best. Everything else is accepted, as most is.
 */
const provoked: Readonly<Record<string, Manner>> = {
  '0.25': { kind: 'REJECTS', reasonCode: 'BOARD_ID_UNKNOWN' },
  '1.25': { kind: 'REJECTS', reasonCode: 'NAME_DIFFERS' },
  '2.25': { kind: 'REJECTS', reasonCode: 'BIRTHDATE_DIFFERS' },
  '3.25': { kind: 'REJECTS', reasonCode: 'CREDIT_TYPE_WRONG' },
  '4.25': { kind: 'REJECTS', reasonCode: 'POINTS_TOO_HIGH' },
  '5.25': { kind: 'REJECTS', reasonCode: 'ALREADY_CREDITED' },
  '6.25': { kind: 'REJECTS', reasonCode: 'COMPLETION_DATE_WRONG' },
  '7.25': { kind: 'REJECTS', reasonCode: 'NOT_PARTICIPATING' },
  '8.25': { kind: 'REJECTS', reasonCode: 'OTHER', reason: 'Please call our office about this diplomate.' },
  '0.75': { kind: 'IS_LATE' },
  '1.75': { kind: 'ANSWERS_TWICE' },
  '2.75': { kind: 'CONTRADICTS_ITSELF' },
  '3.75': { kind: 'GOES_DOWN' },
  '4.75': { kind: 'TALKS_NONSENSE' },
}

/** Boards of which somebody of the demonstration decides by hand: the stand-in speaks for them only where it is provoked. */
const decidedByPeople: readonly string[] = ['ABIM']

/** How a board treats points: always the same for the same points. */
export function mannerOf(board: string, points: number): Manner {
  const manner = provoked[String(points)]
  if (manner) return manner
  return decidedByPeople.includes(board) ? { kind: 'LEAVES_IT_TO_PEOPLE' } : { kind: 'ACCEPTS' }
}
