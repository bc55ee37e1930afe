import { join } from 'node:path'
import { createLog, type Log } from './log.js'
import { provision } from './postgres/provision.js'

export type Environment = Readonly<Record<string, string | undefined>>

/** What every part of the platform is told when it starts. */
export interface PartConfig {
  name: string
  /** Opens the part’s own database, creating it on an administrator’s server where it is missing; resolves to its address. */
  openDatabase: () => Promise<string>
  host: string
  /** 0 takes any free port. */
  port: number
  /** Folder of the signing keys. */
  keysDir: string
  log: Log
  /** How long it answers although it says that others are to be asked, before it stops; 0 where nobody listens to that. */
  drainMs?: number
}

/** A part that runs. */
export interface Part {
  port: number
  /** Finishes what is in flight, then lets go of port and database. */
  stop(): Promise<void>
}

/** The settings that every part reads from its environment. */
export function partConfig(name: string, defaultPort: number, environment: Environment): PartConfig {
  const upper = name.toUpperCase()
  return {
    name,
    openDatabase: () => openDatabase(name, environment.DATABASE_URL, environment[`DATABASE_URL_${upper}`]),
    host: '127.0.0.1',
    port: Number(environment[`${upper}_PORT`] ?? defaultPort),
    keysDir: environment.KEYS_DIR ?? join(environment.DATA_DIR ?? '.data', 'keys'),
    log: createLog(name, environment.LOG_LEVEL ?? 'info'),
    drainMs: Number(environment.DRAIN_MS ?? (environment.NODE_ENV === 'production' ? 5_000 : 0)),
  }
}

/** Folder of uploads that wait for a worker; whoever receives them and whoever works on them share it. */
export function spoolDirOf(environment: Environment): string {
  return environment.SPOOL_DIR ?? join(environment.DATA_DIR ?? '.data', 'spool')
}

async function openDatabase(name: string, adminUrl: string | undefined, given: string | undefined): Promise<string> {
  const urls = await provision({ adminUrl, parts: [name], given: { [name]: given } })
  return urls[name] ?? ''
}
