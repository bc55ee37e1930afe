import { badInput, badRequest } from '../../subgraphs/shared/errors.js'

/** What a request says of the document it means; nothing of it has been looked at. */
export interface NamingRequest {
  query?: unknown
  documentId?: unknown
  doc_id?: unknown
  extensions?: unknown
  /** The document that stands in the address. */
  addressId?: string | undefined
}

/** A document that a request names instead of sending it. */
export interface NamedDocument {
  /** SHA-256 of its text in lower-case hexadecimal digits. */
  operationId: string
  /** True for the form of Apollo’s clients, who expect its own words when the document is not known. */
  isApollo: boolean
}

/**
 * The document that a request names: by `documentId` or in the address (GraphQL over HTTP, appendix A), by `doc_id`, or by the
 * extension `persistedQuery` of Apollo. Undefined where it names none. Throws BAD_REQUEST for a name that cannot be one, BAD_USER_INPUT
 * where a text comes along that does not fit it.
 */
export function namedDocument(request: NamingRequest, hashOf: (text: string) => string): NamedDocument | undefined {
  const names = [request.addressId, request.documentId, request.doc_id].filter(
    (name) => (name ?? undefined) !== undefined,
  )
  const ids = names.map(readDocumentId)
  const [named] = ids
  if (ids.some((id) => id !== named))
    throw badRequest('The address, documentId and doc_id name two documents. Send one of them.')
  const persisted = persistedHash(request.extensions)
  if (named === undefined && persisted === undefined) return undefined
  const operationId = named ?? readHash(persisted)
  if (typeof request.query !== 'string') return { operationId, isApollo: named === undefined }
  if (hashOf(request.query) !== operationId)
    throw badInput('The text is not the one that its hash names.', {
      hint: 'Send one of them, or both of one document.',
    })
  return undefined
}

function readDocumentId(named: unknown): string {
  if (typeof named !== 'string') throw badRequest('documentId has to be a text.')
  return readHash(named.replace(/^sha256:/, ''))
}

function readHash(hash: unknown): string {
  if (typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) return hash
  throw badRequest('A document is named by “sha256:” and the 64 lower-case hexadecimal digits of its SHA-256.')
}

function persistedHash(extensions: unknown): unknown {
  const persisted = property(extensions, 'persistedQuery')
  return persisted === undefined ? undefined : (property(persisted, 'sha256Hash') ?? null)
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
