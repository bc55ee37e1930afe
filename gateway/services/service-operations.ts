import type { SubgraphName } from '../config.js'

/** The operations of the web services (5.9), and the subgraph that answers each. */
const owners: Readonly<Record<string, SubgraphName>> = {
  SaveActivity: 'providers',
  GetActivity: 'providers',
  GetLearnerMatch: 'learners',
  SaveLearnerActivity: 'credits',
  GetLearnerStatusByLearner: 'credits',
  GetLearnerStatusByCreditId: 'credits',
}

/** The subgraph that answers an operation; undefined when there is none of that name. */
export const ownerOfOperation = (operation: string): SubgraphName | undefined =>
  Object.hasOwn(owners, operation) ? owners[operation] : undefined
