import 'reflect-metadata'

export { learnersConfig as fromEnvironment } from './config.js'
export { startLearners as start } from './start.js'
