import type { RecordKind } from './feed-scope.js'

/** How the records of a kind are kept: what differs between licenses and certifications, as parts of statements. */
export interface RecordTable {
  table: string
  history: string
  /** The number as the board writes it, and by which spellings of it are compared. */
  number: string
  key: string
  /** What a board tells of a record besides its number and holder. */
  told: readonly string[]
  /** By which an index finds a record `found` from a row `r`, its board and its key. */
  sameNumber: string
  /** What else has to agree where two records have one number, for the `holder` of a record and a row `r`. */
  sameType: string
  /** By which a row of `chunk` finds the record that it is about. */
  isRecord: string
  /** Everything that goes into history. */
  kept: readonly string[]
  /** Further columns of a new record, and where they come from. */
  added: Readonly<Record<string, string>>
}

/** Licenses and certifications. */
export const recordTables: Record<RecordKind, RecordTable> = {
  LICENSING: {
    table: 'license_record',
    history: 'license_history',
    number: 'license_number',
    key: 'license_key',
    told: ['status', 'effective_from', 'effective_to'],
    sameNumber: 'found.state = r.state and found.license_key = r.number_key and found.board_code = r.board_code',
    // Some boards number the licenses of MDs and DOs apart.
    sameType: '(r.degree is null or r.degree = holder.degree)',
    isRecord: 'record.license_id = chunk.license_id and chunk.license_id is not null',
    kept: [
      'license_id',
      'learner_id',
      'state',
      'board_code',
      'license_number',
      'license_key',
      'status',
      'effective_from',
      'effective_to',
    ],
    added: { license_id: 'uuidv7()', state: 'state' },
  },
  CERTIFYING: {
    table: 'diplomate_record',
    history: 'diplomate_history',
    number: 'board_id',
    key: 'board_id_key',
    told: ['status'],
    sameNumber: 'found.board_code = r.board_code and found.board_id_key = r.number_key',
    sameType: 'true',
    isRecord:
      'record.board_code = chunk.board_code and record.board_id = chunk.board_id and chunk.board_id is not null',
    kept: ['board_code', 'board_id', 'board_id_key', 'learner_id', 'status'],
    added: {},
  },
}
