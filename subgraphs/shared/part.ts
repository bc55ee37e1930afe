import type { Log } from './log.js'

/** What every part of the platform is told when it starts. */
export interface PartConfig {
  /** Address of the part's own database. */
  url: string
  host: string
  /** 0 takes any free port. */
  port: number
  /** Folder of the signing keys. */
  keysDir: string
  log: Log
}

/** A part that runs. */
export interface Part {
  port: number
  /** Finishes what is in flight, then lets go of port and database. */
  stop(): Promise<void>
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The value of a variable that must be set. Throws a sentence that says what to do. */
export function required(environment: Environment, name: string, hint: string): string {
  const value = environment[name]
  if (!value) throw new Error(`Set ${name}: ${hint}`)
  return value
}
