import type { ApolloServerPlugin } from '@apollo/server'

/** What is wrong with the operation itself, not with who asks or how much. */
const ofTheOperation = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']

/**
 * A client that asks for plain `application/json` reads what is wrong with its operation from the body of a 200, as the
 * specification of GraphQL over HTTP has it; one that knows `application/graphql-response+json` gets the status as well.
 */
export const jsonStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      const accept = request.http?.headers.get('accept') ?? ''
      if (!accept.includes('application/json') || accept.includes('application/graphql-response+json')) return
      if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined) return
      const [first] = response.body.singleResult.errors ?? []
      if (ofTheOperation.includes(String(first?.extensions?.code))) response.http.status = 200
    },
  }),
}
