import 'reflect-metadata'

export { learnersConfig as fromEnvironment } from './config.js'
export { startLearnersWorker as start } from './start-worker.js'
