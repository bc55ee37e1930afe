import { SetupProblem } from '../setup-problem.js'

const KNOWN: readonly { sign: RegExp; advice: string }[] = [
  { sign: /Address already in use/, advice: 'another program has just taken its port. Start again' },
  { sign: /No space left on device|ENOSPC/, advice: 'the disk is full. Free some space and start again' },
  { sign: /Disk quota exceeded/, advice: 'the disk quota of this user is used up. Free some space and start again' },
  { sign: /could not (create|resize) shared memory/, advice: 'the system gives it no shared memory. Free some memory' },
  { sign: /pre-existing shared memory block/, advice: 'an earlier server is still ending. Start again in a moment' },
]

/** Turns what a program of Postgres wrote into one sentence for the person at the terminal. */
export function explain(what: string, output: string): SetupProblem {
  const cause = new Error(output.trim())
  const known = KNOWN.find(({ sign }) => sign.test(output))
  if (known) return new SetupProblem(`${what}: ${known.advice}.`, { cause })
  const line = /(?:FATAL|PANIC|ERROR|error|fatal):\s+(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1)
  return new SetupProblem(`${what}: ${line || 'it ended without a word'}.`, { cause })
}
