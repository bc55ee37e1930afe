import 'reflect-metadata'
import { type Environment, partConfig } from '../shared/part.js'

export { startLearners as start } from './start.js'

/** The settings of this subgraph. */
export const fromEnvironment = (environment: Environment) => partConfig('learners', 4002, environment)
