import type { Ask } from '../ask.js'
import type { Engine } from '../engine/engine.js'
import type { Decision } from '../engine/types.js'

/** Asks that are decided one after the other by whoever comes to them first. */
export interface Slice {
  engine: Engine
  asks: readonly Ask[]
  done(decisions: Decision[]): void
  failed(error: unknown): void
}
