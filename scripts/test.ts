import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildClients } from './build-clients.js'
import { checks, jest, runChecks, runNode } from './checks.js'

interface JestResults {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number
}

/** Runs every suite, stories and browser included, and tells what became of them. */
async function runTests(patterns: readonly string[]): Promise<JestResults | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-test-'))
  const report = join(folder, 'results.json')
  await runNode([...jest, '--ci', '--json', `--outputFile=${report}`, '--maxWorkers=2', ...patterns])
  const results = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as JestResults,
    () => undefined,
  )
  await rm(folder, { recursive: true })
  return results
}

const patterns = process.argv.slice(2)
// The checks are other processes, and wait for nothing that building makes.
const [failedChecks] = await Promise.all([patterns.length ? [] : runChecks(), buildClients()])
const countedChecks = patterns.length ? 0 : checks.length
const results = await runTests(patterns)

const passed = countedChecks - failedChecks.length + (results?.numPassedTests ?? 0)
const failed = failedChecks.length + (results ? results.numFailedTests + results.numRuntimeErrorTestSuites : 1)
const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0)
if (failedChecks.length) console.log(`Failed: ${failedChecks.join(', ')}.`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed || !passed ? 1 : 0
