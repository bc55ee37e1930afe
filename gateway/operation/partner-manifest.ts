import type { KnownOperation } from '../schema-change/broken-operations.js'
import { operationIdOf } from './judge-operation.js'
import type { OperationKind } from './registered-operation.js'

/** All operations of one account as Apollo’s persisted query manifest, with whose they are. */
export interface PartnerManifest {
  format: 'apollo-persisted-query-manifest'
  version: 1
  /** The account. */
  partner: string
  partnerName: string
  operations: ManifestEntry[]
}

interface ManifestEntry {
  /** SHA-256 of the body in lower-case hexadecimal digits. */
  id: string
  name: string
  type: Lowercase<OperationKind>
  /** Which version of its name it is. */
  version: number
  body: string
}

/** An operation as it is written down. */
export interface ListedOperation {
  operationId: string
  name: string
  kind: OperationKind
  version: number
  text: string
}

const types = { QUERY: 'query', MUTATION: 'mutation', SUBSCRIPTION: 'subscription' } as const

/** Writes the operations of an account down. */
export function manifestOf(
  partner: string,
  partnerName: string,
  operations: readonly ListedOperation[],
): PartnerManifest {
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    partner,
    partnerName,
    operations: operations.map(({ operationId: id, name, kind, version, text: body }) => ({
      id,
      name,
      type: types[kind],
      version,
      body,
    })),
  }
}

/** Reads the operations of an account back. Throws with what is wrong, so that no operation is left out of a check in silence. */
export function operationsIn(manifest: Partial<PartnerManifest>): KnownOperation[] {
  const { format, partner, operations } = manifest
  if (format !== 'apollo-persisted-query-manifest' || typeof partner !== 'string' || !Array.isArray(operations))
    throw new Error('It is no manifest of a partner: write it anew by “npm run operations -- export --all”.')
  return operations.map(({ id, name, version, body }) => {
    if (operationIdOf(body) !== id) throw new Error(`The id of ${name} is not the SHA-256 of its body.`)
    return { partner, name, version, text: body }
  })
}
