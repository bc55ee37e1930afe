import 'reflect-metadata'

export { providersConfig as fromEnvironment } from './config.js'
export { startProvidersWorker as start } from './intake/start-worker.js'
