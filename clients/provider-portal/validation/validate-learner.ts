import type { ApolloClient } from '@apollo/client'
import { graphql } from '../../graphql'
import type { LearnerIdentificationInput } from '../../graphql/graphql'

export const PartAnswer = graphql(`
  fragment PartAnswer on PartValidation {
    decision
    askFor
    issues {
      code
      severity
      column
      message
      fix
    }
  }
`)

export const LearnerAnswer = graphql(`
  fragment LearnerAnswer on LearnerValidation {
    isValid
    issues {
      code
      severity
      column
      message
      fix
    }
    license {
      ...PartAnswer
    }
    board {
      ...PartAnswer
    }
  }
`)

const ValidateLearnerQuery = graphql(`
  query ValidateLearner($learner: LearnerIdentificationInput!) {
    validateLearner(learner: $learner) {
      ...LearnerAnswer
    }
  }
`)

const ValidateLearnersQuery = graphql(`
  query ValidateLearners($learners: [LearnerIdentificationInput!]!) {
    validateLearners(learners: $learners) {
      ...LearnerAnswer
    }
  }
`)

/** Nothing of what is typed stays in the cache. */
const unkept = { fetchPolicy: 'no-cache' } as const

/** Asks about one learner. Throws when there is no answer, and when `signal` says that none is wanted any more. */
export async function validateLearner(client: ApolloClient, learner: LearnerIdentificationInput, signal?: AbortSignal) {
  const { data } = await client.query({
    query: ValidateLearnerQuery,
    variables: { learner },
    context: { fetchOptions: { signal }, queryDeduplication: false },
    ...unkept,
  })
  if (!data) throw new Error('The answer is empty.')
  return data.validateLearner
}

/** Asks about up to 5,000 learners at once; the answers come in their order. */
export async function validateLearners(client: ApolloClient, learners: readonly LearnerIdentificationInput[]) {
  const { data } = await client.query({
    query: ValidateLearnersQuery,
    variables: { learners: [...learners] },
    ...unkept,
  })
  if (!data) throw new Error('The answer is empty.')
  return data.validateLearners
}
