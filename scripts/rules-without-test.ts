import { glob, readFile } from 'node:fs/promises'
import { citedIn, isAmong, rulesOf } from './rules/rules.js'

/** Prints the numbered rules that no test cites; for groups given as arguments, such as `A M R01-R06`, there may be none. */
const groups = process.argv.slice(2)
const rules = rulesOf(await readFile('docs/rules.md', 'utf8'))
const unknown = groups.filter((group) => !rules.some((rule) => isAmong([group], rule)))
if (unknown.length) throw new Error(`There are no rules ${unknown.join(', ')}.`)

const cited = new Set<string>()
const tests = glob('{gateway,subgraphs,scripts,test,clients}/**/*.test.ts', {
  exclude: (name) => name === 'node_modules' || name === 'dist',
})
for await (const path of tests)
  if (!path.startsWith('scripts/rules/')) for (const number of citedIn(await readFile(path, 'utf8'))) cited.add(number)

const asked = groups.length ? rules.filter((rule) => isAmong(groups, rule)) : rules
const untested = asked.filter(({ number }) => !cited.has(number))
for (const { number, text } of untested) console.log(`${number}  ${text}`)
console.log(`${asked.length} rules, ${untested.length} without a test`)
if (groups.length && untested.length) process.exitCode = 1
