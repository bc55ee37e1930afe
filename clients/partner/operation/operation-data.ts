/** One version of an operation that this account has registered. */
export interface Operation {
  name: string
  version: number
  kind: 'QUERY' | 'MUTATION'
  operationId: string
  cost: number
  registeredAt: string
  deprecatedAt: string | null
  withdrawnAt: string | null
  calls: number
  failures: number
  meanMs: number | null
  lastUsedOn: string | null
}

/** What `/operations` answers. */
export interface Operations {
  costLimit: number
  daysOfUse: number
  operations: Operation[]
}

/** What would become, or has become, of one operation of a manifest. */
export interface Registration {
  name: string
  kind: 'QUERY' | 'MUTATION'
  operationId: string
  cost: number
  problems: string[]
  outcome: 'REGISTERED' | 'UNCHANGED' | 'ACCEPTABLE' | 'REFUSED'
  version: number | null
}

/** What registering answers, and a dry run of it. */
export interface Registered {
  costLimit: number
  operations: Registration[]
}

/** All versions of one name, the newest first, with what all of them were used. */
export interface NamedOperation {
  name: string
  newest: Operation
  versions: Operation[]
  calls: number
  failures: number
}

/** Operations by name, in which order the list is; the newest version of each stands first. */
export function byName(operations: readonly Operation[]): NamedOperation[] {
  return operations
    .filter((operation, place) => operations[place - 1]?.name !== operation.name)
    .map((first) => {
      const versions = operations.filter(({ name }) => name === first.name)
      return {
        name: first.name,
        newest: versions.find(({ withdrawnAt }) => !withdrawnAt) ?? first,
        versions,
        calls: versions.reduce((sum, { calls }) => sum + calls, 0),
        failures: versions.reduce((sum, { failures }) => sum + failures, 0),
      }
    })
}
