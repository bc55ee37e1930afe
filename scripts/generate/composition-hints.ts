import type { CompositionResult } from '@apollo/composition'

type CompositionHint = NonNullable<CompositionResult['hints']>[number]

/** A hint of the composition that is as it should be. */
export interface ExplainedHint {
  code: string
  /** What it is about, as its message names it. */
  about: string
  reason: string
}

/** Reviewed one by one; everything else that the composition hints at is repaired instead. */
export const explainedHints: readonly ExplainedHint[] = [
  {
    code: 'MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS',
    about: '"Node"',
    reason:
      'Composition gives an interface the rules of all types behind it. Nobody has all of those roles, and nobody has to: an operation is held to the rules of the types that it names, and the subgraph to those of the object that it finds.',
  },
]

const explains = (hint: CompositionHint) => (explained: ExplainedHint) =>
  hint.definition.code === explained.code && hint.message.includes(explained.about)

/** Throws for a hint that nobody has explained, and for an explanation of a hint that is gone. */
export function checkHints(hints: readonly CompositionHint[]): void {
  const unexplained = hints.filter((hint) => !explainedHints.some(explains(hint)))
  const gone = explainedHints.filter((explained) => !hints.some((hint) => explains(hint)(explained)))
  const sentences = [
    ...unexplained.map((hint) => `Repair or explain the hint ${hint.toString()}`),
    ...gone.map(({ code, about }) => `Remove the explanation of ${code} about ${about}; there is no such hint.`),
  ]
  if (sentences.length)
    throw new Error(`The composition hints at more or less than is explained:\n${sentences.join('\n')}`)
}
