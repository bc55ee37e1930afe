import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAccessToken } from '../gateway/session/access-token.js'
import { loadVerifyingKey } from '../subgraphs/shared/security/keys.js'

let keysDir: string

beforeAll(async () => {
  keysDir = await mkdtemp(join(tmpdir(), 'creditgraph-keys-'))
})
afterAll(() => rm(keysDir, { recursive: true }))

function runToken(args: string[], nodeEnv = 'development') {
  const hooks = join(import.meta.dirname, '../test/setup/typescript.mjs')
  const program = join(import.meta.dirname, 'token.ts')
  const env = { ...process.env, KEYS_DIR: keysDir, NODE_ENV: nodeEnv, NODE_OPTIONS: '' }
  return spawnSync(process.execPath, ['--import', hooks, program, ...args], { env, encoding: 'utf8' })
}

test('prints a token for one of them, and nothing else', async () => {
  const { stdout, status } = runToken(['--as', 'dee'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  const key = await loadVerifyingKey(keysDir, 'gateway')
  expect(await verifyAccessToken(key, stdout.trim(), new Date())).toBe('dee')
})

test.each([[['--as', 'eve']], [[]], [['--as']]])('%j: lists whom it knows', (args) => {
  const { stdout, stderr, status } = runToken(args)
  expect([stdout, status]).toEqual(['', 1])
  expect(stderr).toContain('ada, bo, cy, cam, dee, pat, op, ora')
})

test('hands nothing out in production', () => {
  const { stdout, stderr, status } = runToken(['--as', 'op'], 'production')
  expect([stdout, status]).toEqual(['', 1])
  expect(stderr).toContain('not under NODE_ENV=production')
})
