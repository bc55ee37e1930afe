import type { Ask } from './ask.js'
import type { Engine } from './engine/engine.js'
import type { Decision } from './engine/types.js'
import { inTurns } from './in-turns.js'
import { asksOf, type PartDecisions } from './match-parts.js'
import type { LearnerClaim } from './match-types.js'

/** Decides on each part of many claims, in their order, by way of whoever decides on many asks at once. */
export async function decideOnParts(
  engine: Engine,
  claims: readonly LearnerClaim[],
  decide: (asks: Ask[]) => Promise<Decision[]>,
): Promise<PartDecisions[]> {
  const asked = await inTurns(claims, (claim) => asksOf(engine, claim))
  const decisions = await decide(asked.flatMap(({ license, diplomate }) => [license, diplomate].filter(isAsked)))
  let next = 0
  const decided = (ask: Ask | null) => ask && (decisions[next++] as Decision)
  return asked.map(({ license, diplomate }) => ({ license: decided(license), diplomate: decided(diplomate) }))
}

const isAsked = (ask: Ask | null) => ask !== null
