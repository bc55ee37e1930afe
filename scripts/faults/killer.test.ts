import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { randomStream } from '../seed/random/random.js'
import { Killer } from './killer.js'

const killer = (pidOf: (name: string) => Promise<number>) => new Killer({ pidOf }, randomStream(1, 'killer')(0))

/** A process that waits to be killed. */
async function bystander() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1e6)'], { stdio: 'ignore' })
  await once(child, 'spawn')
  return child
}

test('each part is killed as often as the others, at once', async () => {
  const children = await Promise.all([bystander(), bystander(), bystander(), bystander()])
  const ended = children.map((child) => once(child, 'exit'))
  const pids = children.map(({ pid }) => pid ?? 0)
  const own = killer(async () => pids.pop() ?? 0)
  const killed = [await own.kill(), await own.kill(), await own.kill(), await own.kill()]
  expect(killed.toSorted()).toEqual(['gateway', 'postgres', 'subgraphs', 'worker'])
  for (const [, signal] of await Promise.all(ended)) expect(signal).toBe('SIGKILL')
})

test.each([
  ['whose process has ended', async () => 2 ** 22 + 1],
  ['whose process is not noted anywhere', async () => Number(await readFile('/there/is/no.pid', 'utf8'))],
])('a part %s is down already', async (_what, pidOf) => {
  expect(await killer(pidOf).kill()).toMatch(/^\w+ \(down already\)$/)
})

test('any other trouble is told', async () => {
  const trouble = async () => {
    throw new Error('The disk is full.')
  }
  await expect(killer(trouble).kill()).rejects.toThrow('The disk is full.')
})
