import type { RequestListener } from 'node:http'
import { listen } from './listen.js'

interface HiveRuntime {
  createGatewayRuntime(options: object): { handle: RequestListener }
}

interface HiveRouter {
  unifiedGraphHandler: unknown
}

// Named at run time: its types change those of errors and requests for the whole project.
const runtime: string = '@graphql-hive/gateway-runtime'
const router: string = '@graphql-hive/router-runtime'

/** Hive Gateway as it comes, with its native planner. */
export async function serveHive(supergraph: string): Promise<number> {
  const { createGatewayRuntime } = (await import(runtime)) as HiveRuntime
  const { unifiedGraphHandler } = (await import(router)) as HiveRouter
  const gateway = createGatewayRuntime({ supergraph, unifiedGraphHandler, logging: false, landingPage: false })
  return listen((request, response) => void gateway.handle(request, response))
}
