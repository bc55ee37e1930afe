import { registerEnumType } from 'type-graphql'

/** Where a batch stands. */
export enum BatchState {
  RECEIVING = 'RECEIVING',
  STORED = 'STORED',
  READING = 'READING',
  APPLYING = 'APPLYING',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  CANCELLED = 'CANCELLED',
}

/** The states in which a batch can still be taken back. */
export const cancellableStates: readonly BatchState[] = [
  BatchState.RECEIVING,
  BatchState.STORED,
  BatchState.READING,
  BatchState.APPLYING,
]

/** What became of a row: each row has exactly one. */
export enum RowOutcome {
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  DUPLICATE = 'DUPLICATE',
  IN_REVIEW = 'IN_REVIEW',
}

registerEnumType(BatchState, {
  name: 'BatchState',
  description: 'Where a batch stands.',
  valuesConfig: {
    RECEIVING: { description: 'The address is open; the bytes have not all arrived.' },
    STORED: { description: 'Received and waiting for a worker.' },
    READING: { description: 'The whole file is being read once; nothing is recorded yet.' },
    APPLYING: { description: 'Rows are matched, judged and recorded.' },
    DONE: { description: 'Every row has its outcome.' },
    REFUSED: { description: 'The file as a whole could not be taken; nothing was stored.' },
    CANCELLED: { description: 'Taken back by the provider before it was done.' },
  },
})
registerEnumType(RowOutcome, {
  name: 'RowOutcome',
  description: 'What became of a row.',
  valuesConfig: {
    ACCEPTED: { description: 'Recorded, with or without warnings.' },
    REJECTED: { description: 'Not recorded; the issues say why.' },
    DUPLICATE: { description: 'Already recorded before; nothing was added.' },
    IN_REVIEW: { description: 'Waits for a decision.' },
  },
})
