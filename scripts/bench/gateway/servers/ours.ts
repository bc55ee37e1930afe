import { join } from 'node:path'
import { startGateway } from '../../../../gateway/start.js'
import { createLog } from '../../../../subgraphs/shared/log.js'
import type { OurSettings } from '../served.js'

/** Our gateway as the platform starts it in production, every guard on. */
export async function serveOurs({ databaseUrl, keysDir, folder, subgraphUrls }: OurSettings): Promise<number> {
  const { port } = await startGateway({
    name: 'gateway',
    openDatabase: async () => databaseUrl,
    host: '127.0.0.1',
    port: 0,
    keysDir,
    log: createLog('gateway', 'warn'),
    subgraphUrls,
    supergraphFile: 'schema/supergraph.graphql',
    supergraphWatchMs: 2_000,
    apiSchemaFile: 'schema/api.graphql',
    apiChangesFile: 'schema/released/changes.json',
    ownOperationsFile: 'clients/graphql/persisted-documents.json',
    clientsDir: folder,
    sampleDir: join(folder, 'sample'),
    publicUrl: undefined,
    // What is measured comes from one account.
    budgetScale: 1_000,
    demoSignIn: false,
  })
  return port
}
