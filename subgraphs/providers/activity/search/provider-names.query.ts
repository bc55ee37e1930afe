import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { FacetValue } from './search-types.js'

/** Labels the counted providers with their names; one that is gone keeps its id. */
export async function nameProviders(em: EntityManager, providers: readonly FacetValue[]): Promise<void> {
  const rows = await executeBound<{ providerId: string; name: string }>(
    em,
    'select provider_id as "providerId", name from provider_organization where provider_id = any($1)',
    [providers.map(({ value }) => value)],
  )
  const names = new Map(rows.map(({ providerId, name }) => [providerId, name]))
  for (const provider of providers) provider.label = names.get(provider.value) ?? provider.label
}
