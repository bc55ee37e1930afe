import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { listen } from './listen.js'

/** Hive Gateway as it comes, with its native planner. */
export async function serveHive(supergraph: string): Promise<number> {
  const gateway = createGatewayRuntime({ supergraph, unifiedGraphHandler, logging: false, landingPage: false })
  return listen((request, response) => void gateway.handle(request, response))
}
