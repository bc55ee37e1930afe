import { ActivitySource } from '../../../reference/activity.js'
import type { ProvidersContext } from '../../context.js'

/** Who changes something, when, and by which way. */
export interface Actor {
  accountId: string
  name: string
  at: Date
  source: ActivitySource
}

/** The person or program on whose behalf a request runs. Throws UNAUTHENTICATED for nobody. */
export function actorOf({ viewer, now }: Pick<ProvidersContext, 'viewer' | 'now'>): Actor {
  const { accountId, displayName, byToken } = viewer.signedIn()
  return { accountId, name: displayName, at: now(), source: byToken ? ActivitySource.API : ActivitySource.FORM }
}
