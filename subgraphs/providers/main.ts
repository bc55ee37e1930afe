import 'reflect-metadata'

export { providersConfig as fromEnvironment } from './config.js'
export { startProviders as start } from './start.js'
