import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import { model } from '../../../../subgraphs/learners/matching/engine/model/weights.js'
import { licenseRequirements } from '../../../../subgraphs/learners/matching/engine/requirements.js'
import type { Claim, Decision } from '../../../../subgraphs/learners/matching/engine/types.js'
import { NaiveRule } from '../baseline/naive-rule.js'
import type { TestData } from '../data/test-data.js'
import { memoryInUse } from './memory.js'
import { toPerson } from './translate.js'

/** Everybody who answers, loaded with one file, and what loading took. */
export interface Loaded {
  engine: Engine
  /** The same file at the bolder operating point. */
  bold: Engine
  naive: NaiveRule
  people: number
  /** Without the time that making or reading the people took. */
  readySeconds: number
  /** Growth of the memory in use. */
  indexMb: number
}

/** Loads the engine and the rule to beat from the same reading of the file. */
export async function load(data: TestData, expectedPeople: number): Promise<Loaded> {
  const naive = new NaiveRule()
  const before = memoryInUse()
  const started = performance.now()
  let elsewhereMs = 0
  let people = 0
  async function* persons() {
    let left = performance.now()
    for await (const physician of data.people()) {
      naive.add(physician)
      people += 1
      const person = toPerson(physician)
      elsewhereMs += performance.now() - left
      yield [person]
      left = performance.now()
    }
    elsewhereMs += performance.now() - left
  }
  const engine = await Engine.build(persons(), { dataVersion: data.words }, { expectedPeople })
  const readySeconds = (performance.now() - started - elsewhereMs) / 1000
  const indexMb = memoryInUse() - before - naive.bytes / 2 ** 20
  return { engine, bold: engine.under(boldModel), naive, people, readySeconds, indexMb }
}

/** The answers of both operating points to one claim, which is weighed once. */
export function decideTwice({ engine, bold }: Loaded, claim: Claim): { default: Decision; bold: Decision } {
  const weighing = engine.weigh(claim)
  return {
    default: engine.decide(weighing, licenseRequirements),
    bold: bold.decide(weighing, licenseRequirements),
  }
}

/** The bolder point as if it were the default, so that both share one file. */
const boldModel = { ...model, operatingPoints: { ...model.operatingPoints, DEFAULT: model.operatingPoints.BOLD } }
