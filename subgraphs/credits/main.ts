import 'reflect-metadata'

export { creditsConfig as fromEnvironment } from './config.js'
export { startCredits as start } from './start.js'
