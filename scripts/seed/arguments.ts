import { parseArgs } from 'node:util'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { type ScaleName, scales } from './scale.js'

/** What the seed command is told. */
export interface SeedArguments {
  scale: ScaleName
  seed: number
  replace: boolean
}

const usage = 'Use: npm run seed -- --scale s|m|l --seed NUMBER [--replace]'
const largestSeed = 0xffff_ffff

/** Reads the command line of the seed. Throws a SetupProblem that says how it is used. */
export function readArguments(args: readonly string[]): SeedArguments {
  const { scale = 's', seed = '1', replace = false } = parse(args)
  if (!isScale(scale)) throw new SetupProblem(`There is no scale "${scale}". ${usage}`)
  if (!/^\d+$/.test(seed) || Number(seed) > largestSeed)
    throw new SetupProblem(`"${seed}" is no whole number from 0 to ${largestSeed}. ${usage}`)
  return { scale, seed: Number(seed), replace }
}

function parse(args: readonly string[]) {
  try {
    const options = { scale: { type: 'string' }, seed: { type: 'string' }, replace: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw new SetupProblem(`${cause instanceof Error ? cause.message : cause}. ${usage}`, { cause })
  }
}

const isScale = (text: string): text is ScaleName => Object.hasOwn(scales, text)
