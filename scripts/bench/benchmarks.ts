import type { Benchmark } from './benchmark.js'
import { path } from './path/path.js'

/** Every benchmark by its name: a new one is a new line. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { path }
