import type { RecordKind } from './feed-scope.js'

/** Whether a file tells everything that a board has on file, or only what is new. */
export const feedKinds = ['FULL', 'DELTA'] as const
export type FeedKind = (typeof feedKinds)[number]

/** What a line of a delta does: tell a record as it is now, or end it. */
export const feedActions = ['UPSERT', 'END'] as const
export type FeedAction = (typeof feedActions)[number]

/** The columns of a file, in the order of a row in code; a file may have them in any order. */
export const feedColumns = [
  'action',
  'board',
  'number',
  'status',
  'effective_from',
  'effective_to',
  'npi',
  'given_name',
  'middle_name',
  'family_name',
  'suffix',
  'former_names',
  'degree',
  'birth_month',
  'birth_day',
  'license_state',
  'license_number',
] as const

export type FeedColumn = (typeof feedColumns)[number]

const person = ['given_name', 'family_name', 'degree', 'birth_month', 'birth_day'] as const

/** Columns without which a file of a kind is refused. */
export const requiredColumns: Record<RecordKind, readonly FeedColumn[]> = {
  LICENSING: ['number', 'status', 'effective_from', ...person],
  CERTIFYING: ['number', 'status', ...person],
}

/** What a status may be, and what ends a record that the board no longer has. */
export const statuses: Record<RecordKind, { known: readonly string[]; ended: string }> = {
  LICENSING: { known: ['ACTIVE', 'EXPIRED', 'REVOKED'], ended: 'EXPIRED' },
  CERTIFYING: { known: ['ACTIVE', 'INACTIVE'], ended: 'INACTIVE' },
}

/** The bounds of a file. */
export const feedLimits = {
  bytes: 2 * 1024 ** 3,
  rows: 5_000_000,
  textLength: 100,
  numberLength: 20,
  formerNames: 10,
  rememberedDays: 100_000,
  lineBytes: 16 * 1024,
  /** Errors that are listed; the others are counted. */
  listedErrors: 100,
} as const

/** What is wrong with a file, without repeating what stands there. */
export interface FeedError {
  /** Line of the file, the header being the first; 0 where the file as a whole is meant. */
  line: number
  column: FeedColumn | null
  message: string
}
