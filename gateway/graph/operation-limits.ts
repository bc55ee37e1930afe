import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { badRequest, codeOf, errorStatus, queryTooComplex } from '../../subgraphs/shared/errors.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { costBeyondLimit } from './accepted-costs.js'
import { graphLimits } from './limits.js'

/** Refuses an operation that is valid but cannot be run: none is named, none of its kind is here, or it costs too much. */
export const operationLimits: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) throw asAnswer(badRequest('Say by operationName which operation of the document to run.'))
      if (operation.operation === OperationTypeNode.SUBSCRIPTION)
        throw asAnswer(badRequest('Subscribe with “Accept: text/event-stream”.'))
      const cost = costBeyondLimit(schema, document, operation, request.variables ?? {})
      if (cost !== undefined) throw asAnswer(tooCostly(cost))
    },
  }),
}

const tooCostly = (cost: number) =>
  queryTooComplex(`This asks for up to ${cost} objects at once, and ${graphLimits.cost} may be.`, {
    hint: 'Ask for smaller pages, or for fewer lists within lists.',
  })

/** The same error with its status: it stops the whole request, not one field of it. */
function asAnswer(error: GraphQLError): GraphQLError {
  const code = codeOf(error)
  const http = { status: code && errorStatus[code] }
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http } })
}
