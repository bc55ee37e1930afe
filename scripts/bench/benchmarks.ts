import { activityFile } from './activity-file/activity-file.js'
import type { Benchmark } from './benchmark.js'
import { freshness } from './freshness/freshness.js'
import { gateway } from './gateway/gateway.js'
import { intake } from './intake/intake.js'
import { lookup } from './lookup/lookup.js'
import { matching } from './matching/matching.js'
import { mixed } from './mixed/mixed.js'
import { path } from './path/path.js'
import { search } from './search/search.js'
import { validation } from './validation/validation.js'

/** Every benchmark by its name: a new one is a new line. */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  activityFile,
  freshness,
  gateway,
  intake,
  lookup,
  matching,
  mixed,
  path,
  search,
  validation,
}
