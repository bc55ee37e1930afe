import { signedIn } from '../../reference/access.js'
import { isUuid } from '../../shared/graphql/id.js'
import { isStorable } from '../../shared/graphql/text.js'
import { type AccessRule, everybody } from '../../shared/policy/access-rule.js'
import { creditsAccess } from '../access.js'
import { Batch } from '../batch/batch.js'
import { visibleBatches } from '../batch/batch.policy.js'
import { boardByCode } from '../board/board.js'
import type { CreditsContext } from '../context.js'
import { visibleTranscripts } from '../transcript/transcript.policy.js'
import { findTranscripts } from '../transcript/transcript.query.js'
import type { Owner } from './foreign-entities.js'

/** A type of which objects are found by their global id. */
export interface NodeType {
  /** Who may ask for one, as for the field that leads to it otherwise; what of it each may see is decided below. */
  access: AccessRule | typeof everybody
  /** What can be a key of it; nothing else is looked up. */
  isKey: (text: string) => boolean
  find: (keys: readonly string[], context: CreditsContext) => Promise<readonly (object | null)[]>
}

const longestKey = 40
const isShort = (text: string) => text.length <= longestKey && isStorable(text)

/** An entity of another subgraph: its owner says whether the viewer may see it, and has its fields. */
function ownedBy(owner: Owner, type: string, keyName: string): NodeType['find'] {
  return async (keys, { foreignEntities, viewer }) => {
    const representations = keys.map((key) => ({ __typename: type, [keyName]: key }))
    const shown = await foreignEntities(owner, representations, viewer.claims)
    return keys.map((key, index) => (shown[index] ? { [keyName]: key } : null))
  }
}

async function findBatches(keys: readonly string[], { em, viewer }: CreditsContext) {
  const batches = await em.find(Batch, { $and: [{ batchId: { $in: [...keys] } }, visibleBatches(viewer)] })
  return inOrder(keys, batches, ({ batchId }) => batchId)
}

async function findSeenTranscripts(keys: readonly string[], { em, viewer }: CreditsContext) {
  const { where, params } = visibleTranscripts(viewer)
  const scope = {
    where: `(${where}) and t.transcript_id = any(string_to_array(?, ',')::uuid[])`,
    params: [...params, keys.join(',')],
  }
  const transcripts = await findTranscripts(em, { scope, limit: keys.length })
  return inOrder(keys, transcripts, ({ transcriptId }) => transcriptId)
}

function inOrder<T>(keys: readonly string[], found: readonly T[], keyOf: (item: T) => string): (T | null)[] {
  const byKey = new Map(found.map((item) => [keyOf(item), item]))
  return keys.map((key) => byKey.get(key) ?? null)
}

const rule = (coordinate: string) => {
  const found = creditsAccess[coordinate]
  if (!found) throw new Error(`The table of access has no row for ${coordinate}.`)
  return found
}

/** Every type of the graph that has global ids, whoever owns it. */
export const nodeTypes: Readonly<Record<string, NodeType>> = {
  Activity: { access: everybody, isKey: isShort, find: ownedBy('providers', 'Activity', 'activityId') },
  ProviderOrganization: {
    access: everybody,
    isKey: isShort,
    find: ownedBy('providers', 'ProviderOrganization', 'providerId'),
  },
  // Boards come to a learner by their licensees, others by records of credit.
  Learner: {
    access: { ...signedIn(), scopes: [['learners:read'], ['credit:read']] },
    isKey: isUuid,
    find: ownedBy('learners', 'Learner', 'learnerId'),
  },
  Batch: { access: rule('Query.batch'), isKey: isUuid, find: findBatches },
  Board: { access: everybody, isKey: isShort, find: async (keys) => keys.map(boardByCode) },
  Completion: {
    access: rule('Query.completion'),
    isKey: isUuid,
    find: (keys, { completions }) => Promise.all(keys.map((key) => completions.load(key))),
  },
  Transcript: { access: rule('Query.transcripts'), isKey: isUuid, find: findSeenTranscripts },
}
