import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { seed } from './seed/index.js'
import { type ScaleName, scales } from './seed/scale.js'
import { openDatabases } from './supervisor/databases.js'
import { repositoryRoot } from './supervisor/root.js'
import { readSettings } from './supervisor/settings.js'

const usage = 'Use: npm run seed -- --scale s|m|l --seed NUMBER [--replace]'

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function main(args: string[]): Promise<void> {
  const { scale, seedNumber, replace } = readArguments(args)
  const started = performance.now()
  const say = (line: string) => console.log(line)
  const databases = await openDatabases(readSettings(process.env, repositoryRoot()), say)
  try {
    const today = centralDay(new Date())
    await seed({ urls: databases.urls, scale: scales[scale], seed: seedNumber, today, replace, log: say })
  } finally {
    await databases.close()
  }
  say(`Seeded scale ${scale} with number ${seedNumber} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

function readArguments(args: string[]): { scale: ScaleName; seedNumber: number; replace: boolean } {
  const { values } = parse(args)
  const scale = values.scale ?? 's'
  const seedNumber = Number(values.seed ?? 1)
  if (!isScale(scale)) throw new SetupProblem(`There is no scale "${scale}". ${usage}`)
  if (!Number.isSafeInteger(seedNumber) || seedNumber < 0 || seedNumber > 0xffff_ffff)
    throw new SetupProblem(`"${values.seed}" is no whole number from 0 to 4294967295. ${usage}`)
  return { scale, seedNumber, replace: values.replace ?? false }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { scale: { type: 'string' }, seed: { type: 'string' }, replace: { type: 'boolean' } },
    })
  } catch (cause) {
    throw new SetupProblem(`${cause instanceof Error ? cause.message : cause}. ${usage}`, { cause })
  }
}

function isScale(text: string): text is ScaleName {
  return text in scales
}
