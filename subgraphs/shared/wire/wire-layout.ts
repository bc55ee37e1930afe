import type { WorkbookLimits } from '../workbook/limits.js'
import type { WireRecord } from './wire-value.js'

/** How documents of one kind are built: what stands around their records, and which vocabularies they use. */
export interface WireLayout {
  /** Elements around the records, from the outside in; XML may begin with any of them. */
  envelope: readonly [string, ...string[]]
  recordName: string
  /** What the records are, for sentences. */
  records: string
  /** The vocabularies that are read, the main one first, beside those of the envelope; in XML what stands in others is not ours. */
  namespaces: readonly [string, ...string[]]
  /** Elements whose attributes are read like elements in them; their text is then called `value`. */
  attributesOf?: readonly string[]
  /** Elements whose name begins a part of another vocabulary, with the prefix it is written with. */
  prefixes: Readonly<Record<string, { prefix: string; namespace: string }>>
}

/** What a document may cost us (B08). */
export interface WireLimits extends Pick<WorkbookLimits, 'xmlDepth' | 'cellCharacters'> {
  /** Characters of one record. */
  recordCharacters: number
  /** Values in one record. */
  recordValues: number
}

/** A record with the line on which it is, as near as the format tells. */
export interface FoundRecord {
  line: number
  record: WireRecord
}

/** The element in which names of any vocabulary are ours. */
export const ownWords = 'XtensibleInfo'
