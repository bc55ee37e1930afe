import type { Engine } from './engine.js'
import { levels } from './model/levels.js'
import type { Model } from './model/weights.js'
import { type Claim, type ComparedField, comparedFields } from './types.js'

/** No level is rarer than this, however seldom the rows at hand have shown it: other files have other habits. */
const rarest = 0.001

/** A level of which the rows have fewer examples than this keeps the weight that it has. */
const fewestExamples = 10

/** Seen this often before anything was seen, so that no level is impossible. */
const imagined = 0.5

/**
 * Estimates how often the same person is given at each level, by expectation and maximization, from claims of which
 * nobody knows whom they are about: each candidate counts for as much as the model so far believes in him or her. How
 * common things are comes from the file and stays fixed.
 */
export function trainWeights(engine: Engine, claims: Iterable<Claim>, start: Model, version: string): Model {
  const counts = comparedFields.map((field) => new Float64Array(levels[field].length + 1).fill(imagined))
  const trained = engine.under(start)
  let believed = imagined
  let all = 2 * imagined
  for (const claim of claims) {
    const { weighed, odds } = trained.weigh(claim)
    const total = odds.reduce((sum, each) => sum + each, 1)
    all++
    believed += 1 - 1 / total
    weighed.forEach(({ level }, place) => {
      const share = (odds[place] as number) / total
      level.forEach((code, field) => {
        const count = counts[field] as Float64Array
        count[code] = (count[code] as number) + share
      })
    })
  }
  const agreement = Object.fromEntries(
    comparedFields.map((field, index) => [
      field,
      isReviewed(field) ? start.agreement[field] : shares(field, counts[index], start.agreement[field]),
    ]),
  )
  return { ...start, version, onFile: round(believed / all), agreement: agreement as Model['agreement'] }
}

/**
 * Fields whose weights are set by hand: suffixes are too rare to learn from, and two different ones are two people by rule
 * (I04); middle names, cities and addresses differ where rows are made up from the file itself less than in life.
 */
const isReviewed = (field: ComparedField) => reviewed.includes(field)
const reviewed: readonly ComparedField[] = ['SUFFIX', 'MIDDLE_NAME', 'CITY', 'EMAIL']

/** Levels that are reached by writing a name as an initial, which is a habit and no slip. */
const habits: Partial<Record<ComparedField, readonly string[]>> = {
  FIRST_NAME: ['INITIAL'],
}

function shares(
  field: ComparedField,
  counts: Float64Array | undefined,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  const names: readonly string[] = levels[field]
  const countOf = (level: string) => counts?.[names.indexOf(level) + 1] ?? 0
  const isHabit = (level: string) => habits[field]?.includes(level) ?? false
  const sum = (some: readonly string[]) => some.reduce((total, level) => total + countOf(level), 0)
  const slips = names.filter((level) => !isHabit(level))
  const total = slips.length > 1 ? sum(slips) : sum(names)
  const share = (level: string) => (isHabit(level) ? 1 - countOf('DIFFERENT') / total : countOf(level) / total)
  const learned = (level: string) => round(Math.min(Math.max(share(level), rarest), 1 - rarest))
  return Object.fromEntries(
    names.map((level) => [level, countOf(level) < fewestExamples ? (before[level] ?? rarest) : learned(level)]),
  )
}

const round = (share: number) => Number(share.toPrecision(3))
