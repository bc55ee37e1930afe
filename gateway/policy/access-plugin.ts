import type { ApolloServerPlugin } from '@apollo/server'
import type { GatewayContext } from '../data-source/gateway-context.js'
import type { OperationAccess } from './operation-access.js'

/** Refuses a valid operation whole where some field of it is not for whoever asks. */
export const accessRules = (access: OperationAccess): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, contextValue }) => {
      const refused = operation && access.refusal({ schema, document, operation }, contextValue.claims)
      if (refused) throw refused
    },
  }),
})
