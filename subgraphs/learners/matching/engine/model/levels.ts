import type { ComparedField } from '../types.js'

/**
 * The levels of every comparison, best first; a new kind of slip is a new word here and a weight in `weights.ts`. Where
 * one side says nothing there is no level, and the field is neutral; only a middle name that the file lacks says a little,
 * since most people have one.
 */
export const levels = {
  NPI: ['EXACT', 'ONE_EDIT', 'DIFFERENT'],
  LICENSE: ['EXACT', 'OTHER_STATE', 'ONE_EDIT', 'DIFFERENT'],
  BOARD_ID: ['EXACT', 'ONE_EDIT', 'DIFFERENT'],
  NAME_ORDER: ['AS_GIVEN', 'SWAPPED'],
  LAST_NAME: ['EXACT', 'FORMER', 'PART', 'MIDDLE', 'DROPPED_OR_TRANSPOSED', 'ONE_EDIT', 'SIMILAR', 'DIFFERENT'],
  FIRST_NAME: [
    'EXACT',
    'PART',
    'NICKNAME',
    'RELATED',
    'INITIAL',
    'MIDDLE',
    'DROPPED_OR_TRANSPOSED',
    'ONE_EDIT',
    'SIMILAR',
    'DIFFERENT',
  ],
  MIDDLE_NAME: ['EXACT', 'INITIAL', 'NOT_ON_FILE', 'DIFFERENT'],
  SUFFIX: ['EXACT', 'DIFFERENT'],
  BIRTHDATE: ['EXACT', 'SWAPPED', 'SLIP', 'FIRST_OF_JANUARY', 'DIFFERENT'],
  STATE: ['LICENSED', 'NEIGHBOUR', 'ELSEWHERE'],
  CITY: ['EXACT', 'ONE_EDIT', 'DIFFERENT'],
  EMAIL: ['EXACT', 'DIFFERENT'],
} as const satisfies Record<ComparedField, readonly string[]>

export type Levels = typeof levels
export type LevelOf<Field extends ComparedField> = Levels[Field][number]

/** The number under which the hot loop knows each level of a field; 0 is “nothing to compare”. */
export function codesOf<Field extends ComparedField>(field: Field): Record<LevelOf<Field>, number> {
  return Object.fromEntries(levels[field].map((level, index) => [level, index + 1])) as Record<LevelOf<Field>, number>
}

/** Levels at which a given field contradicts the file; all others are ways to write the same. */
export const offLevels: { readonly [Field in ComparedField]: readonly LevelOf<Field>[] } = {
  NPI: ['ONE_EDIT', 'DIFFERENT'],
  LICENSE: ['OTHER_STATE', 'ONE_EDIT', 'DIFFERENT'],
  BOARD_ID: ['ONE_EDIT', 'DIFFERENT'],
  NAME_ORDER: ['SWAPPED'],
  LAST_NAME: ['DROPPED_OR_TRANSPOSED', 'ONE_EDIT', 'SIMILAR', 'DIFFERENT'],
  FIRST_NAME: ['DROPPED_OR_TRANSPOSED', 'ONE_EDIT', 'SIMILAR', 'DIFFERENT'],
  MIDDLE_NAME: ['DIFFERENT'],
  SUFFIX: ['DIFFERENT'],
  BIRTHDATE: ['SWAPPED', 'SLIP', 'FIRST_OF_JANUARY', 'DIFFERENT'],
  STATE: ['NEIGHBOUR', 'ELSEWHERE'],
  CITY: [],
  EMAIL: [],
}
