import { join } from 'node:path'
import { createLog, type Log } from '../../subgraphs/shared/log.js'
import type { Environment } from '../../subgraphs/shared/part.js'

export interface BoardServiceConfig {
  host: string
  /** 0 takes any free port. */
  port: number
  /** Where the keys of the platform lie, from which each board’s is made. */
  keysDir: string
  /** The platform, which a board calls by itself. */
  platformUrl: string
  /** How late it answers where it is late, and for how long it is down. */
  lateMs: number
  downMs: number
  log: Log
}

/** The settings of the stand-in. */
export function boardServiceConfig(environment: Environment): BoardServiceConfig {
  return {
    host: '127.0.0.1',
    port: Number(environment.BOARD_SERVICE_PORT ?? 4004),
    keysDir: environment.KEYS_DIR ?? join(environment.DATA_DIR ?? '.data', 'keys'),
    platformUrl: environment.BOARD_SERVICE_PLATFORM_URL ?? `http://127.0.0.1:${environment.PORT ?? 4000}`,
    lateMs: Number(environment.BOARD_SERVICE_LATE_SECONDS ?? 20) * 1_000,
    downMs: Number(environment.BOARD_SERVICE_DOWN_SECONDS ?? 20) * 1_000,
    log: createLog('board-service', environment.LOG_LEVEL ?? 'info'),
  }
}
