import type { SettledPorts } from './ports.js'
import type { DatabasePart, SandboxPart, Settings } from './settings.js'

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
  /** By how many steps it stands behind the others where processors are short. */
  niceness?: number
  /** What its environment says unless ours says otherwise. */
  environment?: Readonly<Record<string, string>>
  /** True for what stands in for somebody outside, in development. */
  isStandIn?: true
  /** True for what serves made-up data, in databases, folders and under keys of its own. */
  isSandbox?: true
}

/** The databases of the parts, and those of the sandbox where there is one. */
export type PlatformDatabases = Record<DatabasePart, string> & { sandbox?: Record<SandboxPart, string> }

const subgraphs = ['subgraphs/providers/main.js', 'subgraphs/learners/main.js', 'subgraphs/credits/main.js']
const creditWorkers = ['subgraphs/credits/worker-main.js', 'subgraphs/providers/worker-main.js']
const learnersWorker = ['subgraphs/learners/worker-main.js']

/**
 * Large pages of memory where the system has them: everybody on file lies in a few long arrays, and a claim looks at places all
 * over them, each of which had to be found in the tables of small pages first.
 */
const largePages = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' }

/** The processes that make a platform: the front door, the three subgraphs, and what works in the background. */
export const PARTS: readonly PartRow[] = [
  { name: 'gateway', modules: ['gateway/main.js'], opens: ['gateway'], listens: ['gateway'] },
  {
    name: 'subgraphs',
    modules: subgraphs,
    opens: ['providers', 'learners', 'credits'],
    listens: ['providers', 'learners', 'credits'],
    environment: largePages,
  },
  {
    name: 'worker',
    modules: creditWorkers,
    opens: ['credits', 'providers'],
    listens: [],
    // With less room garbage is collected sooner: a file of any length passes through in the memory of a few chunks.
    nodeArguments: ['--max-semi-space-size=16', '--max-old-space-size=1024'],
  },
  {
    // Apart from the others: it holds everybody on file in memory, and a file of learners keeps a processor busy.
    name: 'learners-worker',
    modules: learnersWorker,
    opens: ['learners'],
    listens: [],
    // Rows live as long as their chunk: with room for two chunks, from the first one on, they are gone before anybody has to move them.
    nodeArguments: ['--min-semi-space-size=64', '--max-semi-space-size=64'],
    // Nobody looks at a screen for it, as somebody does who has asked about one learner.
    niceness: 10,
    environment: largePages,
  },
  { name: 'board-service', modules: ['scripts/board-service/main.js'], opens: [], listens: [], isStandIn: true },
  {
    name: 'sandbox',
    modules: [...subgraphs, ...creditWorkers, ...learnersWorker],
    opens: ['providers', 'learners', 'credits'],
    listens: ['providers', 'learners', 'credits'],
    nodeArguments: ['--max-old-space-size=512'],
    isSandbox: true,
  },
]

/** The parts that run: a stand-in and a sandbox only where they have ports. */
export const partsFor = (parts: readonly PartRow[], { boardService, sandbox }: SettledPorts): PartRow[] =>
  parts.filter((row) => (!row.isStandIn || boardService !== undefined) && (!row.isSandbox || sandbox !== undefined))

/** Where a process finds everything: its own databases only, and the others by their addresses. */
export function environmentOf(
  { name, opens, listens, environment, isSandbox }: PartRow,
  settings: Settings,
  allPorts: SettledPorts,
  allDatabases: PlatformDatabases,
  outer: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const ports = isSandbox ? { ...allPorts, ...allPorts.sandbox } : allPorts
  const databases = isSandbox ? { ...allDatabases, ...allDatabases.sandbox } : allDatabases
  const { keysDir, spoolDir } = (isSandbox && settings.sandbox) || settings
  const inherited = Object.entries(outer).filter(([name]) => name !== 'HOST' && !name.startsWith('DATABASE_URL'))
  const owned = opens.map((part) => [`DATABASE_URL_${part.toUpperCase()}`, databases[part]])
  const subgraph = (part: DatabasePart) => `http://127.0.0.1:${ports[part]}/graphql`
  return {
    ...environment,
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
    KEYS_DIR: keysDir,
    SPOOL_DIR: spoolDir,
    ...metricsOf(name, outer),
    ...(isSandbox ? {} : standInFor(allPorts, outer)),
    ...(listens.includes('gateway') ? sandboxFor(settings, allPorts) : {}),
  }
}

/** Where the metrics of a process are read, where they are: each process has a port of its own, in the order of the table. */
function metricsOf(name: string, { METRICS_PORT }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const place = PARTS.findIndex((part) => part.name === name)
  return METRICS_PORT && place >= 0 ? { METRICS_PORT: String(Number(METRICS_PORT) + place) } : {}
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

/** Where the gateway finds the sandbox, and the key that is trusted there. */
function sandboxFor({ sandbox }: Settings, { sandbox: ports }: SettledPorts): NodeJS.ProcessEnv {
  if (!sandbox || !ports) return {}
  const url = (port: number) => `http://127.0.0.1:${port}/graphql`
  return {
    SANDBOX_PROVIDERS_URL: url(ports.providers),
    SANDBOX_LEARNERS_URL: url(ports.learners),
    SANDBOX_CREDITS_URL: url(ports.credits),
    SANDBOX_KEYS_DIR: sandbox.keysDir,
  }
}

/** Where a process says that it is ready. */
export function readyUrls({ listens, isSandbox }: PartRow, host: string, allPorts: SettledPorts): string[] {
  const ports = isSandbox ? { ...allPorts, ...allPorts.sandbox } : allPorts
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
