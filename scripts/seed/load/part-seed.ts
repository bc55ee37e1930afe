import { gatewayOrm } from '../../../gateway/orm.js'
import { countFromNothing } from '../../../subgraphs/credits/count/recount-credit.js'
import { creditsOrm } from '../../../subgraphs/credits/orm.js'
import { learnersOrm } from '../../../subgraphs/learners/start.js'
import { providersOrm } from '../../../subgraphs/providers/start.js'
import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { createOrm } from '../../../subgraphs/shared/postgres/orm.js'
import type { World } from '../world.js'
import { creditsTables } from './credits.js'
import { gatewayTables } from './gateway.js'
import { learnersTables } from './learners.js'
import { providersTables } from './providers.js'

/** How the database of one part is seeded. */
export interface PartSeed {
  part: SeededPart
  orm: (url: string) => ReturnType<typeof createOrm>
  /** The table that carries the mark. */
  markTable: string
  tables: (world: World) => TableRows[]
  /** Statements that follow the rows. */
  after?: readonly string[]
}

export const seededParts = ['providers', 'learners', 'credits', 'gateway'] as const

export type SeededPart = (typeof seededParts)[number]

/** In the order in which they are loaded. */
export const partSeeds: readonly PartSeed[] = [
  {
    part: 'providers',
    orm: providersOrm,
    markTable: 'provider_organization',
    tables: providersTables,
    after: [`select setval('activity_number', (select max(activity_id::bigint) from activity))`],
  },
  { part: 'learners', orm: learnersOrm, markTable: 'learner', tables: learnersTables },
  { part: 'credits', orm: creditsOrm, markTable: 'completion', tables: creditsTables, after: countFromNothing },
  { part: 'gateway', orm: gatewayOrm, markTable: 'account', tables: gatewayTables },
]
