import type { ComparedField, Decision, ScoredCandidate } from '../matching/engine/types.js'
import type { Guess } from './guess.js'

/** With more people of a name in a state, a birthday that fits tells of none of them. */
const fewNamesakes = 3

const identifiers: readonly ComparedField[] = ['NPI', 'LICENSE', 'BOARD_ID']
const names: readonly ComparedField[] = ['FIRST_NAME', 'LAST_NAME']

/**
 * The physicians whose birthday a claim tries and gets wrong: those whom its identifier, or its names, point to. A claim
 * that is matched all the same tells nothing of the birthday. Pure.
 */
export function guessesOf(birthMonth: number, birthDay: number, { decision, candidates }: Decision): Guess[] {
  if (decision === 'MATCHED') return []
  const meant = candidates.filter((candidate) => identifiers.some((field) => speaksFor(candidate, field)))
  const named = candidates.filter((candidate) => names.every((field) => speaksFor(candidate, field)))
  const pointedTo = meant.length ? meant : named.length <= fewNamesakes ? named : []
  return pointedTo
    .filter(({ evidence }) => evidence.some(({ field, level }) => field === 'BIRTHDATE' && level !== 'EXACT'))
    .map(({ personId }) => ({ learnerId: personId, birthMonth, birthDay }))
}

const speaksFor = ({ evidence }: ScoredCandidate, field: ComparedField) =>
  evidence.some((compared) => compared.field === field && compared.bits > 0)
