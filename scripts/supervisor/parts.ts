import type { SettledPorts } from './ports.js'
import type { DatabasePart, Settings } from './settings.js'

/** One process of the platform and what runs in it. */
export interface PartRow {
  name: string
  /** Main modules, as compiled. */
  modules: readonly string[]
  /** Whose databases it may open. */
  opens: readonly DatabasePart[]
  /** Whose ports it listens on. */
  listens: readonly DatabasePart[]
  /** What its node is told beyond the usual. */
  nodeArguments?: readonly string[]
  /** True for what stands in for somebody outside, in development. */
  isStandIn?: true
}

/** The processes that make a platform: the front door, the three subgraphs, and what works in the background. */
export const PARTS: readonly PartRow[] = [
  { name: 'gateway', modules: ['gateway/main.js'], opens: ['gateway'], listens: ['gateway'] },
  {
    name: 'subgraphs',
    modules: ['subgraphs/providers/main.js', 'subgraphs/learners/main.js', 'subgraphs/credits/main.js'],
    opens: ['providers', 'learners', 'credits'],
    listens: ['providers', 'learners', 'credits'],
  },
  {
    name: 'worker',
    modules: ['subgraphs/credits/worker-main.js', 'subgraphs/providers/worker-main.js'],
    opens: ['credits', 'providers'],
    listens: [],
    // With less room garbage is collected sooner: a file of any length passes through in the memory of a few chunks.
    nodeArguments: ['--max-semi-space-size=16', '--max-old-space-size=1024'],
  },
  {
    // Apart from the others: it holds everybody on file in memory, and a file of learners keeps a processor busy.
    name: 'learners-worker',
    modules: ['subgraphs/learners/worker-main.js'],
    opens: ['learners'],
    listens: [],
    // Rows live as long as their chunk: with room for two chunks they are gone before anybody has to move them.
    nodeArguments: ['--max-semi-space-size=64'],
  },
  { name: 'board-service', modules: ['scripts/board-service/main.js'], opens: [], listens: [], isStandIn: true },
]

/** The parts that run: a stand-in only where it has a port. */
export const partsFor = (parts: readonly PartRow[], { boardService }: SettledPorts): PartRow[] =>
  parts.filter(({ isStandIn }) => !isStandIn || boardService !== undefined)

/** Where a process finds everything: its own databases only, and the others by their addresses. */
export function environmentOf(
  { opens, listens }: PartRow,
  settings: Settings,
  ports: SettledPorts,
  databases: Record<DatabasePart, string>,
  outer: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const inherited = Object.entries(outer).filter(([name]) => name !== 'HOST' && !name.startsWith('DATABASE_URL'))
  const owned = opens.map((part) => [`DATABASE_URL_${part.toUpperCase()}`, databases[part]])
  const subgraph = (part: DatabasePart) => `http://127.0.0.1:${ports[part]}/graphql`
  return {
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(owned),
    ...(listens.includes('gateway') ? { HOST: settings.host } : {}),
    PORT: String(ports.gateway),
    PROVIDERS_PORT: String(ports.providers),
    LEARNERS_PORT: String(ports.learners),
    CREDITS_PORT: String(ports.credits),
    PROVIDERS_URL: subgraph('providers'),
    LEARNERS_URL: subgraph('learners'),
    CREDITS_URL: subgraph('credits'),
    DATA_DIR: settings.dataDir,
    KEYS_DIR: settings.keysDir,
    SPOOL_DIR: settings.spoolDir,
    ...standInFor(ports, outer),
  }
}

/** Where the stand-in for certifying boards listens and is called: at an address that is called in development only. */
function standInFor({ boardService }: SettledPorts, outer: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (boardService === undefined) return {}
  return {
    BOARD_SERVICE_PORT: String(boardService),
    BOARD_SERVICE_URL: `http://127.0.0.1:${boardService}`,
    WEBHOOK_ALLOW_CIDRS: [outer.WEBHOOK_ALLOW_CIDRS, '127.0.0.1/32'].filter(Boolean).join(','),
  }
}

/** Where a process says that it is ready. */
export function readyUrls({ listens }: PartRow, host: string, ports: Record<DatabasePart, number>): string[] {
  return listens.map((part) => {
    const address = part === 'gateway' ? reachable(host) : '127.0.0.1'
    return `http://${address}:${ports[part]}/health/ready`
  })
}

/** The name under which a server is reached from this machine. */
export function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
