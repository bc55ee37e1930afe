import type { Viewer } from '../../subgraphs/reference/viewer.js'

/** How a field of the subscription type is followed. */
export interface LiveField {
  /** The field of the query type that reads what an event is about, and its argument for the id. */
  query: string
  key: string
  /** The channel on which whoever asks hears of it. Throws FORBIDDEN where it is not for them. */
  channelOf(viewer: Viewer, values: Readonly<Record<string, unknown>>): string
  /** The id of what is told at once, before anything has happened; undefined where nothing is. */
  startsWith?(values: Readonly<Record<string, unknown>>): string
}

/** Everything that can be followed. */
export const liveFields: Readonly<Record<string, LiveField>> = {
  batchProgress: {
    query: 'batch',
    key: 'batchId',
    channelOf: (_viewer, { batchId }) => `batch:${String(batchId).toLowerCase()}`,
    startsWith: ({ batchId }) => String(batchId),
  },
  newCredit: {
    query: 'completion',
    key: 'completionId',
    channelOf: (viewer) => `learner:${viewer.ownLearnerId()}`,
  },
  boardCredit: {
    query: 'completion',
    key: 'completionId',
    channelOf: (viewer) =>
      `board:${viewer.claims?.role === 'CERTIFYING_BOARD' ? viewer.ownCertifyingBoard() : viewer.ownLicensingBoard()}`,
  },
  boardDecisions: {
    query: 'completion',
    key: 'completionId',
    channelOf: (viewer) => `decisions:${viewer.ownProviderId()}`,
  },
}
