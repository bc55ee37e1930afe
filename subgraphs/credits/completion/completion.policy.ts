import type { Viewer } from '../../reference/viewer.js'

/** A condition on `live_credit` (alias `c`) with its parameters. */
export interface Scope {
  where: string
  params: readonly string[]
}

const everything: Scope = { where: 'true', params: [] }
const nothing: Scope = { where: 'false', params: [] }

/** Learners with a license of a board, in the credits database’s own read model. */
export const licensedBy = 'c.learner_id in (select learner_id from learner_license where board_code = ?)'

/**
 * Which parts of which records a viewer may see, as a condition for plain SQL. A provider sees its own submissions (V03),
 * a physician his or her own, a licensing board the CME of its licensees (V01), a certifying board its own MOC parts (V02).
 */
export function visibleParts(viewer: Viewer): Scope {
  switch (viewer.claims?.role) {
    case 'PROVIDER_REPORTER':
      return { where: 'c.provider_id = ?', params: [viewer.ownProviderId()] }
    case 'PHYSICIAN':
      return { where: 'c.learner_id = ?::uuid', params: [viewer.ownLearnerId()] }
    case 'LICENSING_BOARD':
      return {
        where: `c.kind = 'CME' and c.status = 'ACCEPTED' and ${licensedBy}`,
        params: [viewer.ownLicensingBoard()],
      }
    case 'CERTIFYING_BOARD':
      return { where: `c.kind = 'MOC' and c.board_code = ?`, params: [viewer.ownCertifyingBoard()] }
    case 'OPERATOR':
      return everything
    default:
      return nothing
  }
}
