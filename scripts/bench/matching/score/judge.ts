import type { Decision } from '../../../../subgraphs/learners/matching/engine/types.js'
import { blamedFields } from '../rows/errors/errors.js'
import type { Label } from '../rows/labels.js'

/** What a decision was worth, in the light of the truth. */
export const results = [
  'right',
  'wrongPerson',
  'listed',
  'notListed',
  'nearAndNamed',
  'nearFirst',
  'nearOther',
  'notFound',
] as const

export type Result = (typeof results)[number]

/** The part of a decision that counts. */
export type Answer = Pick<Decision, 'decision' | 'personId' | 'namedField' | 'askedField'> & {
  candidates: readonly { personId: string }[]
}

/** Holds an answer against the truth; whoever is not on file can be found nowhere, so that any match is a wrong person. */
export function judge({ truthId, errors }: Label, answer: Answer): Result {
  const isRight = truthId !== undefined && answer.personId === truthId
  switch (answer.decision) {
    case 'MATCHED':
      return isRight ? 'right' : 'wrongPerson'
    case 'AMBIGUOUS':
      return answer.candidates.some(({ personId }) => personId === truthId) ? 'listed' : 'notListed'
    case 'MISMATCH':
      if (!isRight) return 'nearOther'
      return blames(errors, answer) ? 'nearAndNamed' : 'nearFirst'
    case 'NOT_FOUND':
      return 'notFound'
  }
}

const blames = (errors: readonly string[], { namedField }: Answer) =>
  namedField !== undefined && blamedFields(errors).includes(namedField)
