import type { BatchState, RowOutcome } from '../../graphql/graphql'
import { plural } from '../../shared/format/numbers'
import type { Tone } from '../../shared/ui/badge'

type Word = { label: string; tone: Tone }

export const batchStates: Record<BatchState, Word> = {
  RECEIVING: { label: 'Receiving', tone: 'info' },
  STORED: { label: 'Waiting', tone: 'info' },
  READING: { label: 'Reading', tone: 'info' },
  APPLYING: { label: 'Recording', tone: 'info' },
  DONE: { label: 'Done', tone: 'good' },
  REFUSED: { label: 'Refused', tone: 'bad' },
  CANCELLED: { label: 'Cancelled', tone: 'plain' },
}

/** The state of a batch whose very bytes were sent in an earlier one. */
export const sentBefore: Word = { label: 'Sent before', tone: 'plain' }

export const rowOutcomes: Record<RowOutcome, Word> = {
  ACCEPTED: { label: 'Recorded', tone: 'good' },
  REJECTED: { label: 'To correct', tone: 'bad' },
  DUPLICATE: { label: 'Already there', tone: 'plain' },
  IN_REVIEW: { label: 'In review', tone: 'warn' },
}

/** The state of a file that waits for a look at its columns. */
export const columnsToConfirm: Word = { label: 'Columns to confirm', tone: 'warn' }

/** What became of a row, or in a dry run what would become of it. */
export const rowWord = (outcome: RowOutcome, dryRun: boolean): Word =>
  dryRun && outcome === 'ACCEPTED' ? { label: 'Would be recorded', tone: 'good' } : rowOutcomes[outcome]

const running = new Set<BatchState>(['RECEIVING', 'STORED', 'READING', 'APPLYING'])

/** Whether a batch still changes by itself. */
export const isRunning = (state: BatchState) => running.has(state)

/** What a batch is called: its file, or how it came in. */
export const batchName = (batch: {
  fileName?: string | null
  source: string
  corrects?: { fileName?: string | null } | null
}) => {
  if (batch.corrects) return batch.corrects.fileName ? `Corrections of ${batch.corrects.fileName}` : 'Corrections'
  return batch.fileName ?? (batch.source === 'FORM' ? 'One learner, by form' : 'Sent by web service')
}

interface Correctable {
  state: BatchState
  dryRun: boolean
  counts: { rejected: number }
  corrects?: object | null
  correction: { toCorrect: number }
}

/** How many rows of a batch are still to be corrected; those of a correction are so in the batch that it corrects. */
export const leftToCorrect = ({ state, dryRun, corrects, counts, correction }: Correctable) =>
  state !== 'DONE' || dryRun || corrects ? counts.rejected : correction.toCorrect

interface Standing {
  state: BatchState
  needsConfirmation?: boolean
  dryRun: boolean
  counts: { accepted: number; rejected: number }
  /** Rows that are still to be corrected, where that is known. */
  toCorrect?: number
}

/** Where a batch stands, in a sentence. */
export function batchStanding({ state, needsConfirmation, dryRun, counts, toCorrect = counts.rejected }: Standing) {
  if (needsConfirmation) return 'Received; nothing is read before you have looked at its columns'
  return {
    RECEIVING: 'Receiving the file',
    STORED: 'Received; waiting for its turn',
    READING: 'Reading and checking the file',
    APPLYING: dryRun ? 'Matching and checking the rows' : 'Matching and recording the rows',
    DONE: `Done: ${plural(counts.accepted, 'row')} ${dryRun ? 'would be recorded' : 'recorded'}, ${plural(toCorrect, 'row')} to correct`,
    REFUSED: 'The file was not taken',
    CANCELLED: 'Cancelled',
  }[state]
}
