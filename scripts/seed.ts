import 'reflect-metadata'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { readArguments } from './seed/arguments.js'
import { seed } from './seed/index.js'
import { scales } from './seed/scale.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<void> {
  const { scale, seed: number, replace } = readArguments(args)
  const started = performance.now()
  const say = (line: string) => console.log(line)
  const databases = await openDatabases(readSettings(process.env, repositoryRoot()), say)
  try {
    const today = centralDay(new Date())
    await seed({ urls: databases.urls, scale: scales[scale], seed: number, today, replace, log: say })
  } finally {
    await databases.close()
  }
  say(`Seeded scale ${scale} with number ${number} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}
