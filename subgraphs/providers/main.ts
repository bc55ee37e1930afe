import 'reflect-metadata'
import { type Environment, partConfig } from '../shared/part.js'

export { startProviders as start } from './start.js'

/** The settings of this subgraph. */
export const fromEnvironment = (environment: Environment) => partConfig('providers', 4001, environment)
