import 'reflect-metadata'
import { once } from 'node:events'
import type { ServerTask, Usage } from './served.js'

const [task] = (await once(process, 'message')) as [ServerTask]
// Whoever measures may be ended at any time.
process.once('disconnect', () => process.exit())
const { ports, subgraphRequests } = await serve(task)
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const usage: Usage = { cpuMicros: user + system, subgraphRequests: subgraphRequests() }
  process.send?.(usage)
})
process.send?.({ ports })

interface Served {
  ports: Record<string, number>
  subgraphRequests: () => number
}

/** Serves what is asked for, and loads nothing of the others. */
async function serve(asked: ServerTask): Promise<Served> {
  switch (asked.kind) {
    case 'ours': {
      const { serveOurs } = await import('./servers/ours.js')
      return { ports: { graph: await serveOurs(asked.settings) }, subgraphRequests: none }
    }
    case 'stock': {
      const { serveStock } = await import('./servers/stock.js')
      return { ports: { graph: await serveStock(asked.supergraphSdl) }, subgraphRequests: none }
    }
    case 'hive': {
      const { serveHive } = await import('./servers/hive.js')
      return { ports: { graph: await serveHive(asked.supergraphSdl) }, subgraphRequests: none }
    }
    case 'bare': {
      const { serveBare } = await import('./servers/bare.js')
      return { ports: { graph: await serveBare(asked.answer) }, subgraphRequests: none }
    }
    case 'subgraphs': {
      const { serveSubgraphs, subgraphRequests } = await import('./servers/subgraphs.js')
      return { ports: await serveSubgraphs(asked.pageLength), subgraphRequests }
    }
  }
}

function none(): number {
  return 0
}
