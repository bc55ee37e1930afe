import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { composeServices } from '@apollo/composition'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer, type BaseContext } from '@apollo/server'
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace'
import { parse } from 'graphql'
import { generateKeyPair } from 'jose'
import { buildFederatedSchema, printSubgraph } from '../../../subgraphs/shared/graphql/federation-schema.js'
import { graphqlHandler } from '../../../subgraphs/shared/http/graphql-http.js'
import { listen } from '../../../subgraphs/shared/http/server.js'
import { createLog } from '../../../subgraphs/shared/log.js'
import { freePort } from '../../../subgraphs/shared/postgres/embedded/free-port.js'
import { InternalTokenIssuer } from '../../../subgraphs/shared/security/internal-token.js'
import type { GatewayContext } from '../../data-source/gateway-context.js'
import { SubgraphSource } from '../../data-source/subgraph-source.js'
import { CompiledExecutor, type ExecutorCounts } from '../../executor/compiled-executor.js'
import { stringifyAnswer } from '../../executor/written-json.js'
import { productsDefinition } from './products.js'

const suite = dirname(
  createRequire(import.meta.url).resolve('@apollo/federation-subgraph-compatibility-tests/package.json'),
)
const log = createLog('test', 'silent')
process.env.APOLLO_TELEMETRY_DISABLED = 'true'

/** Our gateway over our products subgraph and the two that come with Apollo’s tests. */
export interface CompatibilityGraph {
  /** Where the gateway answers. */
  routerUrl: string
  /** Where the products subgraph answers by itself. */
  productsUrl: string
  counts: ExecutorCounts
  stop(): Promise<void>
}

/** Starts all of them, on ports that are free. */
export async function startCompatibilityGraph(): Promise<CompatibilityGraph> {
  const [users, inventory] = await Promise.all([startBundled('users'), startBundled('inventory')])
  const products = await serve(
    new ApolloServer({
      schema: await buildFederatedSchema(productsDefinition),
      introspection: true,
      plugins: [ApolloServerPluginInlineTrace()],
    }),
    {},
  )
  const services = [
    { name: 'products', url: products.url, sdl: await printSubgraph(productsDefinition) },
    { name: 'users', url: users.url, sdl: bundledSdl('users') },
    { name: 'inventory', url: inventory.url, sdl: bundledSdl('inventory') },
  ]
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  )
  if (!supergraphSdl) throw new AggregateError(errors ?? [], 'The subgraphs do not compose.')
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const issuer = new InternalTokenIssuer({ owner: 'gateway', kid: 'test', key: privateKey })
  const sources = new Map(services.map(({ name, url }) => [name, new SubgraphSource({ name, url, issuer })]))
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => {
      const source = sources.get(name)
      if (!source) throw new Error(`There is no subgraph ${name}.`)
      return source
    },
  })
  const { counts } = new CompiledExecutor({ gateway, sourceOf: (name) => sources.get(name), log })
  const server = new ApolloServer<GatewayContext>({ gateway, stringifyResult: stringifyAnswer })
  const router = await serve(server, { claims: undefined, requestId: 'test' })
  return {
    routerUrl: router.url,
    productsUrl: products.url,
    counts,
    stop: async () => {
      await router.stop()
      await products.stop()
      await Promise.all([...sources.values()].map((source) => source.close()))
      await Promise.all([users.stop(), inventory.stop()])
    },
  }
}

async function serve<C extends BaseContext>(server: ApolloServer<C>, value: C) {
  await server.start()
  const handler = graphqlHandler<C>({ server, maxBodyBytes: () => 1_000_000, context: async () => value, log })
  const running = await listen({ host: '127.0.0.1', port: 0, handler })
  return {
    url: `http://127.0.0.1:${running.port}/`,
    stop: async () => {
      await running.close()
      await server.stop()
    },
  }
}

const bundled = (name: string) => join(suite, 'dist', 'subgraphs', name)
const bundledSdl = (name: string) => readFileSync(join(bundled(name), `${name}.graphql`), 'utf8')

/** Runs one of the subgraphs that come with the tests; it says when it listens. */
async function startBundled(name: 'users' | 'inventory') {
  const port = await freePort()
  const child = spawn(process.execPath, ['index.js'], {
    cwd: bundled(name),
    env: { ...process.env, [`${name.toUpperCase()}_PORT`]: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return { url: `http://127.0.0.1:${port}/`, stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close')
  child.kill()
  await closed
}
