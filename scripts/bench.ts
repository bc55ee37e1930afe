import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { readArguments } from './bench/arguments.js'
import { printFigures, toJson } from './bench/report.js'

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<number> {
  const { benchmark, options, jsonFile } = readArguments(args)
  const { figures, problems } = await benchmark.run(options, (line) => console.log(line))
  const json = toJson(figures)
  console.log(`\n${printFigures(figures)}\n\n${json}`)
  if (jsonFile !== undefined) await writeFile(jsonFile, `${json}\n`)
  for (const problem of problems) console.error(problem)
  return problems.length > 0 ? 1 : 0
}
