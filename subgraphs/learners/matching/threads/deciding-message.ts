import type { EngineImage } from '../engine/engine.js'
import type { PackedDecisions } from './packed-decisions.js'

/** What a thread that decides is asked. */
export interface DecidingRequest {
  /** Where there is one, the file has been loaded anew, or has changed, since the last request. */
  file: { image: EngineImage; isNew: boolean } | undefined
  /** A list in JSON, which takes half as long to write and read as a structured clone. */
  asks: string
}

/** What it says: that it can be asked; decisions in the order of the asks, or why there are none. */
export type DecidingAnswer =
  | { kind: 'READY' }
  | { kind: 'DECIDED'; decisions: PackedDecisions }
  | { kind: 'FAILED'; error: unknown }
