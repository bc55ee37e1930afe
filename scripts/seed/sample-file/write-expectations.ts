import { writeFile } from 'node:fs/promises'
import { expectedCsv, peopleJsonLines } from './expectations.js'

/** Writes the expectations of the sample file to where tests and readers look for them. */
await writeFile('test/fixtures/learner-credit-500.expected.csv', expectedCsv())
await writeFile('test/fixtures/learner-credit-500.people.jsonl', peopleJsonLines())
