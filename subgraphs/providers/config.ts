import { type Environment, type PartConfig, partConfig, spoolDirOf } from '../shared/part.js'

/** What the providers subgraph and its worker are told when they start. */
export interface ProvidersConfig extends PartConfig {
  /** Folder of uploads that wait for a worker. */
  spoolDir: string
}

/** The settings of this subgraph and its worker. */
export const providersConfig = (environment: Environment): ProvidersConfig => ({
  ...partConfig('providers', 4001, environment),
  spoolDir: spoolDirOf(environment),
})
