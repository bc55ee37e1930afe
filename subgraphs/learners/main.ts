import 'reflect-metadata'
import { runPart } from '../shared/run-part.js'
import { startLearners } from './start.js'

await runPart('learners', startLearners)
