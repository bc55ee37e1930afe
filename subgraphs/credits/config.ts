import { type Environment, type PartConfig, partConfig, spoolDirOf } from '../shared/part.js'

/** What the credits subgraph and its worker are told when they start. */
export interface CreditsConfig extends PartConfig {
  providersUrl: string
  learnersUrl: string
  /** Folder of uploads that wait for a worker. */
  spoolDir: string
  /** In development: where the stand-in for certifying boards answers. */
  boardServiceUrl?: string
  /** Ranges of addresses that may be called although they are not public, as a list with commas. */
  webhookAllowCidrs?: string
}

/** The settings of this subgraph and its worker. */
export function creditsConfig(environment: Environment): CreditsConfig {
  return {
    ...partConfig('credits', 4003, environment),
    providersUrl: environment.PROVIDERS_URL ?? 'http://127.0.0.1:4001/graphql',
    learnersUrl: environment.LEARNERS_URL ?? 'http://127.0.0.1:4002/graphql',
    spoolDir: spoolDirOf(environment),
    boardServiceUrl: environment.BOARD_SERVICE_URL || undefined,
    webhookAllowCidrs: environment.WEBHOOK_ALLOW_CIDRS || undefined,
  }
}
