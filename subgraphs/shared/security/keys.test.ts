import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InternalTokenIssuer, InternalTokenVerifier } from './internal-token.js'
import { ensureKeys, loadSigningKey, loadVerifyingKey } from './keys.js'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'creditgraph-keys-'))
})

afterEach(() => rm(dir, { recursive: true }))

test('parts that start at once agree on one pair of keys', async () => {
  await Promise.all(Array.from({ length: 8 }, () => ensureKeys(dir, ['gateway', 'credits'])))
  const token = new InternalTokenIssuer(await loadSigningKey(dir, 'gateway')).issue('providers', { accountId: 'ada' })
  const verifier = new InternalTokenVerifier('providers', [await loadVerifyingKey(dir, 'gateway')])
  expect(await verifier.verify(token)).toEqual({ issuer: 'gateway', claims: { accountId: 'ada' } })
  expect(await readdir(dir)).toHaveLength(4)
})

test('keys stay when they are there, and only their owner can read them', async () => {
  await ensureKeys(dir, ['gateway'])
  const before = await loadSigningKey(dir, 'gateway')
  await ensureKeys(dir, ['gateway'])
  expect((await loadSigningKey(dir, 'gateway')).kid).toBe(before.kid)
  expect((await stat(join(dir, 'gateway.private.json'))).mode & 0o077).toBe(0)
})

test('a part waits for the key of one that starts a moment later', async () => {
  const waiting = loadVerifyingKey(dir, 'gateway')
  await ensureKeys(dir, ['gateway'])
  expect((await waiting).kid).toBe((await loadSigningKey(dir, 'gateway')).kid)
})

test('a missing key of one’s own is said plainly', async () => {
  await expect(loadSigningKey(dir, 'credits')).rejects.toThrow('set KEYS_DIR to the folder of the keys')
})
