import { BatchState } from '../upload-enums.js'

/** How far a batch has come, as a listener is told. */
export interface ProgressEvent {
  batchId: string
  state: BatchState
  /** Rows in the file; null until it was read. */
  totalRows: number | null
  /** Rows that have their outcome. */
  appliedRows: number
  /** Rows by what became of them. */
  counts: Readonly<Record<string, number>>
  /** Rows through a second of late; null while that is not known. */
  rowsPerSecond: number | null
  /** Seconds that the rest takes at that rate; null while that is not known. */
  secondsLeft: number | null
}

/** What a batch says of itself at an instant. */
export type Standing = Pick<ProgressEvent, 'batchId' | 'state' | 'totalRows' | 'appliedRows' | 'counts'>

/** How many rows were through at an instant. */
export interface Sample {
  atMs: number
  appliedRows: number
}

const order = Object.values(BatchState)
const finalStates: readonly BatchState[] = [BatchState.DONE, BatchState.REFUSED, BatchState.CANCELLED]

/** True where nothing more happens to a batch by itself. */
export const isOver = ({ state }: Pick<Standing, 'state'>) => finalStates.includes(state)

/** The place of an event among those of its batch: the same wherever it is told, so that any server can go on from it. */
export const cursorOf = ({ state, totalRows, appliedRows }: Standing) =>
  `${order.indexOf(state)}-${totalRows ?? 0}-${appliedRows}`

/** An event with its rate over the samples, which are in order of time. */
export function eventOf(standing: Standing, samples: readonly Sample[]): ProgressEvent {
  const [first, last] = [samples[0], samples.at(-1)]
  const ms = first && last ? last.atMs - first.atMs : 0
  const rate = first && last && ms > 0 ? ((last.appliedRows - first.appliedRows) / ms) * 1_000 : 0
  const left = (standing.totalRows ?? 0) - standing.appliedRows
  const isKnown = standing.state === BatchState.APPLYING && rate > 0 && standing.totalRows !== null
  return {
    ...standing,
    rowsPerSecond: rate > 0 ? Math.max(1, Math.round(rate)) : null,
    secondsLeft: isKnown ? Math.ceil(left / rate) : null,
  }
}

/** An event as it goes over the line (Server-Sent Events). */
export const printEvent = (event: ProgressEvent) =>
  `id: ${cursorOf(event)}\nevent: progress\ndata: ${JSON.stringify(event)}\n\n`
