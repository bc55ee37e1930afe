import type { BatchState } from '../../../graphql/graphql'
import type { Tone } from '../../../shared/ui/badge'
import { batchStates } from '../../batch/batch-words'

/** Where a validation file stands; nothing of it is ever recorded. */
export const fileStates: Record<BatchState, { label: string; tone: Tone }> = {
  ...batchStates,
  APPLYING: { label: 'Checking', tone: 'info' },
}

/** Where a running file stands, in a sentence. */
export const fileStandings: Partial<Record<BatchState, string>> = {
  RECEIVING: 'Receiving the file',
  STORED: 'Received; waiting for its turn',
  READING: 'Reading the file',
  APPLYING: 'Looking for the physicians',
}
