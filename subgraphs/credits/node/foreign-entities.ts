import type { ViewerClaims } from '../../reference/viewer.js'
import type { InternalClient } from '../../shared/http/internal-client.js'

/** The subgraphs that own what this one does not. */
export type Owner = 'providers' | 'learners'

/** An entity as federation names it: its type and its key. */
export interface Representation {
  __typename: string
  [key: string]: string
}

/** Which of these entities their owner shows to whoever has these claims, in order. */
export type ForeignEntities = (
  owner: Owner,
  representations: readonly Representation[],
  claims: ViewerClaims | undefined,
) => Promise<boolean[]>

const shownQuery = `query Shown($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`

/** Asks the owners over HTTP, on behalf of the viewer. */
export const httpForeignEntities =
  (clients: Record<Owner, Pick<InternalClient, 'ask'>>): ForeignEntities =>
  async (owner, representations, claims) => {
    const { _entities } = await clients[owner].ask<{ _entities: (object | null)[] }>(
      shownQuery,
      { representations },
      claims,
    )
    return _entities.map((entity) => entity !== null)
  }
