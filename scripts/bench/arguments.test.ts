import { readArguments } from './arguments.js'
import type { Benchmark } from './benchmark.js'

const path: Benchmark = {
  summary: 'From here to there.',
  options: { rows: 10_000, runs: 3 },
  run: async () => ({ figures: [], problems: [] }),
}

test('a benchmark runs as usual unless told otherwise', () => {
  expect(readArguments(['path'], { path })).toEqual({
    benchmark: path,
    options: { rows: 10_000, runs: 3 },
    jsonFile: undefined,
  })
  expect(readArguments(['path', '--rows', '500', '--json', 'out.json'], { path })).toMatchObject({
    options: { rows: 500, runs: 3 },
    jsonFile: 'out.json',
  })
})

test('a text is taken as it is, and nothing when nothing is said', () => {
  const people: Benchmark = { ...path, options: { rows: 5, dir: '', mix: 'typical' } }
  expect(readArguments(['people'], { people }).options).toEqual({ rows: 5, dir: '', mix: 'typical' })
  expect(readArguments(['people', '--dir', 'a b', '--mix', 'hard'], { people }).options).toEqual({
    rows: 5,
    dir: 'a b',
    mix: 'hard',
  })
  expect(() => readArguments([], { people })).toThrow('people [--rows 5] [--dir …] [--mix typical]')
})

test.each([
  ['no name', []],
  ['a name that nobody has', ['paht']],
  ['a name of every object', ['constructor']],
])('%s lists the benchmarks', (_, args) => {
  expect(() => readArguments(args, { path })).toThrow('path [--rows 10000] [--runs 3]\n    From here to there.')
})

test.each([
  [['--rows', '0'], '--rows takes a whole number from 1 on, not "0".'],
  [['--rows', '1e3'], '--rows takes a whole number from 1 on, not "1e3".'],
  [['--lines', '5'], '--lines'],
  [['--json'], '--json'],
])('%j is refused', (args, words) => {
  expect(() => readArguments(['path', ...args], { path })).toThrow(words)
})
