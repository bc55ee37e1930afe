import type { GraphQLFormattedError } from 'graphql'

/** What a subgraph says to our caller. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null
  errors?: GraphQLFormattedError[]
}

/** Reads what came back. Throws for what is no answer, and for what the subgraph says to us and not to our caller. */
export function readAnswer(subgraph: string, status: number, text: string): SubgraphAnswer {
  const { data, errors } = (JSON.parse(text) as SubgraphAnswer | null) ?? {}
  if (isForCaller(status, { data, errors })) return { data, errors }
  throw new Error(`${subgraph} answered ${status}: ${wordsOf(errors)}`)
}

/** The messages of errors as one text. */
export const wordsOf = (errors: readonly GraphQLFormattedError[] | undefined) =>
  errors?.map(({ message }) => message).join(' ') || 'no data'

/**
 * False where our token is wrong, our operation too large or not in the schema of the subgraph. Only values that do not
 * fit their type come back as 400.
 */
function isForCaller(status: number, { data, errors = [] }: SubgraphAnswer): boolean {
  if (status === 400)
    return errors.length > 0 && errors.every(({ extensions }) => extensions?.code === 'BAD_USER_INPUT')
  return status === 200 && (data !== undefined || errors.length > 0)
}
