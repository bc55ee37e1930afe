import 'reflect-metadata'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { runOperations } from './operations/run-operations.js'

try {
  process.exitCode = await runOperations(process.argv.slice(2), process.env, (line) => console.log(line))
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
