import { parseArgs } from 'node:util'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import type { Benchmark } from './benchmark.js'
import { benchmarks } from './benchmarks.js'

/** What the bench command is told. */
export interface BenchArguments {
  benchmark: Benchmark
  options: Record<string, number | string>
  jsonFile: string | undefined
}

/** Reads the command line. Throws a SetupProblem that lists the benchmarks where it names none of them. */
export function readArguments(args: readonly string[], known = benchmarks): BenchArguments {
  const name = args[0] ?? ''
  const benchmark = Object.hasOwn(known, name) ? known[name] : undefined
  if (!benchmark) throw new SetupProblem(listOf(known))
  const { json, ...given } = parse(args.slice(1), benchmark)
  const options = Object.entries(benchmark.options).map(([option, usual]) => [
    option,
    typeof usual === 'number' ? wholeNumber(option, given[option], usual) : (given[option] ?? usual),
  ])
  return { benchmark, options: Object.fromEntries(options), jsonFile: json }
}

function listOf(known: Readonly<Record<string, Benchmark>>): string {
  const lines = Object.entries(known).map(([name, { summary, options }]) => {
    const changes = Object.entries(options).map(([option, usual]) =>
      usual === '' ? ` [--${option} …]` : ` [--${option} ${usual}]`,
    )
    return `  ${name}${changes.join('')}\n    ${summary}`
  })
  return `Say what to measure: npm run bench -- NAME [--json FILE], where NAME is one of\n${lines.join('\n')}`
}

function parse(args: readonly string[], { options }: Benchmark): Record<string, string | undefined> {
  const names = ['json', ...Object.keys(options)]
  try {
    const config = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ args: [...args], options: config }).values
  } catch (cause) {
    throw new SetupProblem(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function wholeNumber(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new SetupProblem(`--${option} takes a whole number from 1 on, not "${text}".`)
  return Number(text)
}
