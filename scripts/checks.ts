import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Check {
  title: string
  /** Arguments for the node that runs us. */
  command: readonly string[]
}

const bin = (...path: string[]) => join('node_modules', ...path)

/** What must hold before a commit, besides the tests. */
export const checks: readonly Check[] = [
  { title: 'Types of the server', command: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'] },
  { title: 'Types of the clients', command: [bin('typescript', 'bin', 'tsc'), '-p', 'clients/tsconfig.json'] },
  {
    title: 'Lint, import directions and format',
    command: [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings', '.'],
  },
]

export const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  bin('jest', 'bin', 'jest.js'),
]

/** Runs a program of the project with our own node, its output with ours; resolves to its exit code. */
export function runNode(command: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}

/** Runs every check; resolves to the titles of those that failed. */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = []
  for (const { title, command } of checks) {
    console.log(`${title} …`)
    if ((await runNode(command)) !== 0) failed.push(title)
  }
  return failed
}
