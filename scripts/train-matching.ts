import { parseArgs } from 'node:util'
import { Engine } from '../subgraphs/learners/matching/engine/engine.js'
import { type Model, model } from '../subgraphs/learners/matching/engine/model/weights.js'
import { trainWeights } from '../subgraphs/learners/matching/engine/train.js'
import type { Claim, Person } from '../subgraphs/learners/matching/engine/types.js'
import { SetupProblem } from '../subgraphs/shared/postgres/setup-problem.js'
import { openFolder } from './bench/matching/data/folder.js'
import { toClaim, toPerson } from './bench/matching/engine/translate.js'

const rounds = 4
const usualRows = 100_000

try {
  console.log(JSON.stringify(await train(process.argv.slice(2)), null, 2))
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Weights learned from the rows of a folder, whose truth is not looked at; for a review of `model/weights.ts`. */
async function train(args: string[]): Promise<Model> {
  const { dir, rows, version } = readArguments(args)
  const folder = await openFolder(dir)
  const engine = await Engine.build(peopleOf(folder.people()), { dataVersion: dir })
  const claims: Claim[] = []
  for await (const { cells } of folder.rows()) {
    if (claims.length === rows) break
    claims.push(toClaim(cells))
  }
  let trained = model
  for (let round = 1; round <= rounds; round++) trained = trainWeights(engine, claims, trained, version)
  return trained
}

type Physicians = ReturnType<Awaited<ReturnType<typeof openFolder>>['people']>

async function* peopleOf(physicians: Physicians): AsyncGenerator<Person[]> {
  for await (const physician of physicians) yield [toPerson(physician)]
}

function readArguments(args: string[]): { dir: string; rows: number; version: string } {
  const options = { dir: { type: 'string' }, rows: { type: 'string' }, version: { type: 'string' } } as const
  const { values } = parseArgs({ args, options, strict: false })
  const { dir, rows = usualRows, version = 'draft' } = values
  if (typeof dir !== 'string' || !(Number(rows) > 0)) {
    throw new SetupProblem(
      'Say which rows to learn from: npm run train-matching -- --dir DIR [--rows 100000] [--version NAME]',
    )
  }
  return { dir, rows: Number(rows), version: String(version) }
}
