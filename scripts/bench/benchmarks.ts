import { activityFile } from './activity-file/activity-file.js'
import type { Benchmark } from './benchmark.js'
import { matching } from './matching/matching.js'
import { path } from './path/path.js'
import { search } from './search/search.js'
import { validation } from './validation/validation.js'

/** Every benchmark by its name: a new one is a new line. */
export const benchmarks: Readonly<Record<string, Benchmark>> = { activityFile, matching, path, search, validation }
