import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { enoughPeopleFor } from './bench/path/enough-people.js'
import { readOffers, readTakenPairs } from './bench/path/offers.js'
import { readPeople } from './bench/path/people.js'
import { RowMaker } from './bench/path/row-maker.js'
import { type BenchPlatform, withPlatform } from './bench/platform.js'
import { printNumber } from './bench/report.js'
import { runCycle } from './faults/cycle.js'
import { Killer } from './faults/killer.js'
import { adaProviderId } from './seed/provider/demo-providers.js'
import { randomStream } from './seed/random/random.js'

interface Wish {
  cycles: number
  rows: number
  seed: number
}

const usage = 'Usage: npm run faults -- [--cycles 20] [--rows 3000] [--seed 1]'

try {
  const wish = readArguments(process.argv.slice(2))
  process.exitCode = (await runAll(wish)) === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Resolves to the number of violations, on a platform with enough physicians for all rows. */
function runAll(wish: Wish): Promise<number> {
  return withPlatform(say, (platform) => runCycles(platform, wish), [], enoughPeopleFor(wish.cycles * wish.rows))
}

/** Runs the cycles one after the other, a line each; resolves to the number of violations. */
async function runCycles(platform: BenchPlatform, { cycles, rows, seed }: Wish): Promise<number> {
  const { databases } = platform
  const offers = await readOffers(databases.providers, adaProviderId, centralDay(new Date()))
  const taken = await readTakenPairs(databases.credits, adaProviderId)
  const maker = new RowMaker(await readPeople(databases.learners), offers, taken)
  const random = randomStream(seed, 'faults')
  const chance = random(0)
  const tools = { platform, ada: await platform.as('ada'), killer: new Killer(platform, chance), random: chance }
  let violations = 0
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    const report = await runCycle(maker.rows(rows, random(cycle)), tools)
    violations += report.violations.length
    say(
      `Cycle ${cycle}: ${printNumber(rows)} rows in ${printNumber(report.seconds)} s, killed ${report.kills.join(' and ')}; ${report.violations.length} violations`,
    )
    for (const violation of report.violations) say(`  ${violation}`)
  }
  say(`${cycles} cycles, ${violations} violations`)
  return violations
}

function say(line: string): void {
  console.log(line)
}

function readArguments(args: string[]): Wish {
  const options = { cycles: { type: 'string' }, rows: { type: 'string' }, seed: { type: 'string' } } as const
  const { values } = parseArgs({ args, strict: false, options })
  const wholeNumber = (text: string | boolean | undefined, usual: number) => {
    if (text === undefined) return usual
    if (typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text)) return Number(text)
    throw new SetupProblem(usage)
  }
  return {
    cycles: wholeNumber(values.cycles, 20),
    rows: wholeNumber(values.rows, 3_000),
    seed: wholeNumber(values.seed, 1),
  }
}
