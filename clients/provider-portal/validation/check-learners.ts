import type { ApolloClient } from '@apollo/client'
import { problemOf } from '../../shared/graph/problem'
import { type Answer, answerOf, failed, incomplete } from './answer'
import { inputOf, missingFrom, type TypedLearner } from './typed-learner'
import { validateLearners } from './validate-learner'

/** The most learners that the graph answers for at once. */
export const maxLearners = 5_000

/** An answer for each of up to 5,000 learners, in their order; only those who are described far enough are asked about. */
export async function checkLearners(client: ApolloClient, learners: readonly TypedLearner[]): Promise<Answer[]> {
  const inputs = learners.map(inputOf)
  const asked = inputs.filter((input) => input !== undefined)
  const validations = asked.length > 0 ? await validateLearners(client, asked).catch(problemOf) : []
  let next = 0
  return learners.map((learner, index) => {
    const input = inputs[index]
    if (!input) return incomplete(missingFrom(learner))
    if (!Array.isArray(validations)) return failed(validations)
    const validation = validations[next++]
    if (!validation) throw new Error('Every learner that was asked about has an answer.')
    return answerOf(validation, input)
  })
}
