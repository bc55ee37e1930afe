import type { Viewer } from '../../reference/viewer.js'
import type { Scope } from '../completion/completion.policy.js'

/** Which transcripts a viewer may see, as a condition on `transcript t`: a physician his or her own, nobody else any. */
export function visibleTranscripts(viewer: Viewer): Scope {
  if (viewer.signedIn().role !== 'PHYSICIAN') return { where: 'false', params: [] }
  return { where: 't.learner_id = any(same_learner(?::uuid))', params: [viewer.ownLearnerId()] }
}
