import type { Viewer } from '../../subgraphs/reference/viewer.js'
import type { SubgraphName } from '../config.js'

/** How a field of the subscription type is followed. */
export interface LiveField {
  /** Which subgraph tells what happens to it. */
  of: SubgraphName
  /** The field of the query type that reads what an event is about, and its argument for the id. */
  query: string
  key: string
  /** The channel on which whoever asks hears of it. Throws FORBIDDEN where it is not for them. */
  channelOf(viewer: Viewer, values: Readonly<Record<string, unknown>>): string
  /** The id of what is told at once, before anything has happened; undefined where nothing is. */
  startsWith?(values: Readonly<Record<string, unknown>>): string
}

/** A file, from how it stands now until it has come to its end. */
const fileOf = (of: SubgraphName, query: string, kind = 'file'): LiveField => ({
  of,
  query,
  key: 'batchId',
  channelOf: (_viewer, { batchId }) => `${kind}:${String(batchId).toLowerCase()}`,
  startsWith: ({ batchId }) => String(batchId),
})

/** Everything that can be followed. */
export const liveFields: Readonly<Record<string, LiveField>> = {
  batchProgress: fileOf('credits', 'batch', 'batch'),
  validationBatchProgress: fileOf('learners', 'validationBatch'),
  activityBatchProgress: fileOf('providers', 'activityBatch'),
  newCredit: {
    of: 'credits',
    query: 'completion',
    key: 'completionId',
    channelOf: (viewer) => `learner:${viewer.ownLearnerId()}`,
  },
  boardCredit: {
    of: 'credits',
    query: 'completion',
    key: 'completionId',
    channelOf: (viewer) =>
      `board:${viewer.claims?.role === 'CERTIFYING_BOARD' ? viewer.ownCertifyingBoard() : viewer.ownLicensingBoard()}`,
  },
  boardDecisions: {
    of: 'credits',
    query: 'completion',
    key: 'completionId',
    channelOf: (viewer) => `decisions:${viewer.ownProviderId()}`,
  },
}
