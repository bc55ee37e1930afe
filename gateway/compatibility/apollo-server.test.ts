/** @jest-environment ./gateway/compatibility/stricter.mjs */
import { ApolloServer, type ApolloServerOptions, type BaseContext } from '@apollo/server'
import {
  type CreateServerForIntegrationTestsOptions,
  defineIntegrationTestSuite,
} from '@apollo/server-integration-testsuite'
import { graphqlHandler } from '../../subgraphs/shared/http/graphql-http.js'
import { listen } from '../../subgraphs/shared/http/server.js'
import { createLog } from '../../subgraphs/shared/log.js'

const log = createLog('test', 'silent')

// Our adapter finds out who asks by itself, before the body is read, and tells of errors in it from our catalogue.
// What these tests hand over is what the server does with a context, so it goes to the server.
async function serve(
  config: ApolloServerOptions<BaseContext>,
  { context = async () => ({}) }: CreateServerForIntegrationTestsOptions = {},
) {
  const server = new ApolloServer(config)
  await server.start()
  const handler = graphqlHandler<BaseContext>({
    server: {
      executeHTTPGraphQLRequest: ({ httpGraphQLRequest }) =>
        server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }),
    },
    maxBodyBytes: () => 1_000_000,
    context: async () => ({}),
    log,
  })
  const { port, close } = await listen({ host: '127.0.0.1', port: 0, handler })
  return { server, url: `http://127.0.0.1:${port}/`, extraCleanup: close }
}

defineIntegrationTestSuite(serve)
