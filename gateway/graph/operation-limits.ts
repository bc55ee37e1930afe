import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { badRequest, queryTooComplex } from '../../subgraphs/shared/errors.js'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { knownCost } from './accepted-costs.js'
import { graphLimits } from './limits.js'
import { stopping } from './stopping.js'

/** Refuses an operation that is valid but cannot be run: none is named, none of its kind is here, or it costs too much. */
export const operationLimits: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (!operation) throw stopping(badRequest('Say by operationName which operation of the document to run.'))
      if (operation.operation === OperationTypeNode.SUBSCRIPTION)
        throw stopping(badRequest('Subscribe with “Accept: text/event-stream”.'))
      const cost = knownCost(schema, document, operation, request.variables ?? {})
      if (cost > graphLimits.cost) throw stopping(tooCostly(cost))
      if (!contextValue.executed) await spent(contextValue, cost)
    },
  }),
}

/** Takes the cost from the caller’s budget, as what stops the whole request when there is no more. */
async function spent({ spend }: GatewayContext, cost: number): Promise<void> {
  try {
    await spend?.(cost)
  } catch (error) {
    throw error instanceof GraphQLError ? stopping(error) : error
  }
}

const tooCostly = (cost: number) =>
  queryTooComplex(`This asks for up to ${cost} objects at once, and ${graphLimits.cost} may be.`, {
    hint: 'Ask for smaller pages, or for fewer lists within lists.',
  })
