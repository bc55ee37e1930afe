import 'reflect-metadata'

export { fromEnvironment } from './config.js'
export { startGateway as start } from './start.js'
