import type { Viewer } from '../../reference/viewer.js'
import { countsOnce, licensedBy, writtenFor } from '../learner/same-learner.js'

/** A condition on `live_credit` (alias `c`) with its parameters. */
export interface Scope {
  where: string
  params: readonly string[]
}

/** A statement that can stand in another one, with its parameters. */
export interface Selected {
  select: string
  params: readonly string[]
}

/** What meets every one of these conditions. */
const allOf = (...scopes: readonly Scope[]): Scope => ({
  where: scopes.map(({ where }) => `(${where})`).join(' and '),
  params: scopes.flatMap(({ params }) => params),
})

const everything: Scope = { where: 'true', params: [] }
const nothing: Scope = { where: 'false', params: [] }

/**
 * Which parts of which records a viewer may see, as a condition for plain SQL. A provider sees its own submissions (V03),
 * a physician his or her own, a licensing board the CME of its licensees (V01), a certifying board its own MOC parts (V02).
 */
export function visibleParts(viewer: Viewer): Scope {
  switch (viewer.claims?.role) {
    case 'PROVIDER_REPORTER':
      return { where: 'c.provider_id = ?', params: [viewer.ownProviderId()] }
    case 'PHYSICIAN':
      return allOf(writtenFor(viewer.ownLearnerId()), { where: countsOnce, params: [] })
    case 'LICENSING_BOARD':
      return allOf(
        { where: `c.kind = 'CME' and c.status = 'ACCEPTED' and ${countsOnce}`, params: [] },
        licensedBy(viewer.ownLicensingBoard()),
      )
    case 'CERTIFYING_BOARD':
      return { where: `c.kind = 'MOC' and c.board_code = ?`, params: [viewer.ownCertifyingBoard()] }
    case 'OPERATOR':
      return everything
    default:
      return nothing
  }
}
