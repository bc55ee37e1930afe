import 'reflect-metadata'

export { creditsConfig as fromEnvironment } from './config.js'
export { startWorker as start } from './start-worker.js'
