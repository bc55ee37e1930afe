import 'reflect-metadata'

export { startBoardService as start } from './board-service.js'
export { boardServiceConfig as fromEnvironment } from './config.js'
