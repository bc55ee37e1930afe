import { resolve } from 'node:path'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'

/** The parts that own a database. */
export const DATABASE_PARTS = ['gateway', 'providers', 'learners', 'credits'] as const
export type DatabasePart = (typeof DATABASE_PARTS)[number]

/** The parts that the sandbox has once more, over made-up data. */
export const SANDBOX_PARTS = ['providers', 'learners', 'credits'] as const
export type SandboxPart = (typeof SANDBOX_PARTS)[number]

/** Where the sandbox keeps what is its own; nothing of it is shared with what is real. */
export interface SandboxSettings {
  keysDir: string
  spoolDir: string
  /** Addresses of its databases, where they are given. */
  databaseUrls: Partial<Record<SandboxPart, string>>
}

/** Where everything lies and listens, as the environment says. */
export interface Settings {
  /** The checkout. */
  root: string
  dataDir: string
  runDir: string
  logDir: string
  keysDir: string
  spoolDir: string
  /** The address the gateway binds; the subgraphs bind the loopback address. */
  host: string
  ports: Record<DatabasePart, { variable: string; port: number; isChosen: boolean }>
  /** The administrator's address of a server that is not ours to start. */
  databaseUrl?: string
  /** The parts' own addresses, where they are given. */
  databaseUrls: Partial<Record<DatabasePart, string>>
  isProduction: boolean
  /** From which port on the stand-in for certifying boards takes one; undefined where none runs. */
  boardServicePort?: number
  /** Undefined where there is none. */
  sandbox?: SandboxSettings
}

export type Environment = Readonly<Record<string, string | undefined>>

const PORTS: Record<DatabasePart, [variable: string, port: number]> = {
  gateway: ['PORT', 4000],
  providers: ['PROVIDERS_PORT', 4001],
  learners: ['LEARNERS_PORT', 4002],
  credits: ['CREDITS_PORT', 4003],
}

/** Reads the environment; folders that are not given lie in the data folder. */
export function readSettings(environment: Environment, root: string): Settings {
  const folder = (variable: string, fallback: string) => resolve(root, environment[variable] || fallback)
  const dataDir = folder('DATA_DIR', '.data')
  const [keysDir, spoolDir] = [
    folder('KEYS_DIR', resolve(dataDir, 'keys')),
    folder('SPOOL_DIR', resolve(dataDir, 'spool')),
  ]
  const settings: Settings = {
    root,
    dataDir,
    runDir: resolve(dataDir, 'run'),
    logDir: folder('LOG_DIR', resolve(dataDir, 'logs')),
    keysDir,
    spoolDir,
    host: environment.HOST || '127.0.0.1',
    ports: perPart((part) => readPort(environment, ...PORTS[part])),
    databaseUrl: environment.DATABASE_URL || undefined,
    databaseUrls: perPart((part) => environment[`DATABASE_URL_${part.toUpperCase()}`] || undefined),
    isProduction: environment.NODE_ENV === 'production',
    boardServicePort: hasBoardService(environment) ? readPort(environment, 'BOARD_SERVICE_PORT', 4004).port : undefined,
  }
  return hasSandbox(environment, settings) ? { ...settings, sandbox: sandboxIn(environment, settings) } : settings
}

/** By default in development, where a server has room for its databases; in production only where it is asked for. */
function hasSandbox({ SANDBOX, NODE_ENV }: Environment, { databaseUrl, databaseUrls }: Settings): boolean {
  if (SANDBOX === 'on' || SANDBOX === 'off') return SANDBOX === 'on'
  const hasServer = databaseUrl !== undefined || DATABASE_PARTS.some((part) => databaseUrls[part] === undefined)
  return NODE_ENV !== 'production' && hasServer
}

const sandboxIn = (environment: Environment, { keysDir, spoolDir }: Settings): SandboxSettings => ({
  keysDir: resolve(keysDir, 'sandbox'),
  spoolDir: resolve(spoolDir, 'sandbox'),
  databaseUrls: perSandboxPart((part) => environment[`DATABASE_URL_SANDBOX_${part.toUpperCase()}`] || undefined),
})

/** One value for each part of the sandbox. */
export const perSandboxPart = <Value>(make: (part: SandboxPart) => Value): Record<SandboxPart, Value> => ({
  providers: make('providers'),
  learners: make('learners'),
  credits: make('credits'),
})

/** One value for each part that owns a database. */
export function perPart<Value>(make: (part: DatabasePart) => Value): Record<DatabasePart, Value> {
  return {
    gateway: make('gateway'),
    providers: make('providers'),
    learners: make('learners'),
    credits: make('credits'),
  }
}

/** In production boards are real; elsewhere `BOARD_SERVICE=off` leaves every decision to people. */
const hasBoardService = ({ NODE_ENV, BOARD_SERVICE }: Environment) =>
  NODE_ENV !== 'production' && BOARD_SERVICE !== 'off'

function readPort(environment: Environment, variable: string, fallback: number) {
  const text = environment[variable]
  const port = text ? Number(text) : fallback
  if (Number.isInteger(port) && port > 0 && port < 65_536) return { variable, port, isChosen: Boolean(text) }
  throw new SetupProblem(`${variable} has to be a port number between 1 and 65535, not "${text}".`)
}
