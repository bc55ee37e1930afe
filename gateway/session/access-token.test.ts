import { type CryptoKey, generateKeyPair, SignJWT } from 'jose'
import { codeOf } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { issueAccessToken, verifyAccessToken } from './access-token.js'

const now = new Date('2026-11-20T12:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

let signing: OwnedKey
let verifying: OwnedKey
let stranger: OwnedKey

beforeAll(async () => {
  const [own, other] = await Promise.all([generateKeyPair('EdDSA'), generateKeyPair('EdDSA')])
  signing = { owner: 'gateway', kid: 'k1', key: own.privateKey }
  verifying = { owner: 'gateway', kid: 'k1', key: own.publicKey }
  stranger = { owner: 'gateway', kid: 'k1', key: other.privateKey }
})

interface Draft {
  typ?: string
  kid?: string
  iss?: string
  aud?: string
  sub?: string | null
  exp?: number | null
  key?: CryptoKey
}

/** A token that is right but for what the test says. */
function draft({ typ = 'at+jwt', kid = 'k1', iss = 'creditgraph', aud = 'creditgraph', ...rest }: Draft) {
  const { sub = 'ada', exp = later(1).getTime() / 1000, key = signing.key } = rest
  const claims = { iss, aud, jti: 'j', iat: now.getTime() / 1000, ...(sub && { sub }), ...(exp && { exp }) }
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ, kid }).sign(key)
}

const refused = async (token: string, at = now) =>
  expect(codeOf(await verifyAccessToken(verifying, token, at).catch((error: unknown) => error))).toBe('UNAUTHENTICATED')

test('a token stands for the account it was issued to', async () => {
  const token = await issueAccessToken(signing, 'ada', now)
  expect(await verifyAccessToken(verifying, token, later(11.9))).toBe('ada')
  expect(await verifyAccessToken(verifying, await draft({}), now)).toBe('ada')
})

test('a token ends after twelve hours', async () => {
  await refused(await issueAccessToken(signing, 'ada', now), later(12.1))
})

test('a token that claims to last longer ends after twelve hours all the same', async () => {
  await refused(await draft({ exp: later(100).getTime() / 1000 }), later(13))
})

test.each<[string, Draft]>([
  ['another type', { typ: 'txntoken+jwt' }],
  ['another key id', { kid: 'k2' }],
  ['another issuer', { iss: 'elsewhere' }],
  ['another audience', { aud: 'providers' }],
  ['nobody', { sub: null }],
  ['no end', { exp: null }],
])('a token with %s is refused', async (_, change) => {
  await refused(await draft(change))
})

test('a token signed with another key is refused', async () => {
  await refused(await issueAccessToken(stranger, 'ada', now))
})

test('a token that was tampered with is refused', async () => {
  const [header, , signature] = (await issueAccessToken(signing, 'dee', now)).split('.')
  const claims = { iss: 'creditgraph', aud: 'creditgraph', sub: 'op', jti: 'j', iat: now.getTime() / 1000, exp: 1e11 }
  await refused([header, base64(claims), signature].join('.'))
})

test.each([
  ['without a signature', (claims: object) => `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims)}.`],
  ['that is no token', () => 'ada'],
  ['that is empty', () => ''],
])('one %s is refused', async (_, write) => {
  await refused(write({ iss: 'creditgraph', aud: 'creditgraph', sub: 'op', jti: 'j', iat: 1, exp: 1e11 }))
})

test('a token signed with the public key as a shared secret is refused', async () => {
  const secret = new TextEncoder().encode(signing.kid.padEnd(32))
  const claims = new SignJWT({ sub: 'op', jti: 'j' }).setIssuer('creditgraph').setAudience('creditgraph')
  const token = await claims
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })
    .setIssuedAt(now)
    .setExpirationTime(later(1))
    .sign(secret)
  await refused(token)
})
