import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-parts-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs parts the way an operator does, without a supervisor; resolves once they have said something. */
async function runParts(...sources: string[]) {
  const paths = sources.map((_, index) => join(folder, `part-${index}.mjs`))
  await Promise.all(sources.map((source, index) => writeFile(paths[index] ?? '', source)))
  const program = ['--import', './test/setup/typescript.mjs', 'scripts/supervisor/part-process.ts', ...paths]
  const child = spawn(process.execPath, program, { env: { ...process.env, NAME: 'Ada' } })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text))
  }
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code)
  await Promise.race([once(child.stdout, 'data'), exit])
  return { child, exit, said: () => output.join('') }
}

const part = (stop: string, start = '') => `
  export const fromEnvironment = ({ NAME }) => NAME
  export async function start(name) {
    ${start}
    setInterval(() => undefined, 1000)
    console.log('started for', name)
    return { stop: async () => { ${stop} } }
  }`

test('all parts are told to stop, once, and the process ends well', async () => {
  const { child, exit, said } = await runParts(part(`console.log('stopped')`), part(`console.log('stopped')`))
  child.kill('SIGTERM')
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect(said().match(/started for Ada/g)).toHaveLength(2)
  expect(said().match(/stopped/g)).toHaveLength(2)
})

test('a second wish to stop is obeyed at once', async () => {
  const { child, exit } = await runParts(part('await new Promise(() => undefined)'))
  child.kill('SIGINT')
  setTimeout(() => child.kill('SIGINT'), 1_200)
  expect(await exit).toBe(1)
})

test('when one part cannot start, the process ends with its reason', async () => {
  const { exit, said } = await runParts(part('', `throw new Error('No signing key.')`))
  expect(await exit).toBe(1)
  expect(said()).toContain('Error: No signing key.')
})

test('a promise that nobody caught ends the process after its parts have stopped', async () => {
  const stray = `setTimeout(() => Promise.reject(new Error('stray')), 50)`
  const { exit, said } = await runParts(part(`console.log('stopped')`, stray))
  expect(await exit).toBe(1)
  expect(said()).toMatch(/Error: stray[\s\S]*stopped/)
})
