import 'reflect-metadata'
import { runPart } from '../shared/run-part.js'
import { startProviders } from './start.js'

await runPart('providers', startProviders)
