import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { TranscriptDocument } from './transcript-document.js'

/** SHA-256 in hex over the canonical JSON (RFC 8785) of a document, so that the order of its keys does not matter. */
export function documentHash(document: TranscriptDocument): string {
  const canonical = canonicalize(document)
  if (canonical === undefined) throw new Error('There is no document to hash.')
  return createHash('sha256').update(canonical).digest('hex')
}
