import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

/** Apollo Server and its gateway as they come. */
export async function serveStock(supergraphSdl: string): Promise<number> {
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) })
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
  return Number(new URL(url).port)
}
