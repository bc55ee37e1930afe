import { type Environment, type PartConfig, partConfig, spoolDirOf } from '../shared/part.js'

/** What the learners subgraph and its worker are told when they start. */
export interface LearnersConfig extends PartConfig {
  /** Folder of uploads that wait for a worker. */
  spoolDir: string
}

/** The settings of this subgraph and its worker. */
export const learnersConfig = (environment: Environment): LearnersConfig => ({
  ...partConfig('learners', 4002, environment),
  spoolDir: spoolDirOf(environment),
})
