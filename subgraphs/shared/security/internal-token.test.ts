import { jest } from '@jest/globals'
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose'
import { codeOf } from '../errors.js'
import { InternalTokenIssuer, InternalTokenVerifier } from './internal-token.js'
import type { OwnedKey } from './keys.js'

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset

interface Pair {
  signing: OwnedKey
  verifying: OwnedKey
}
let gateway: Pair
let credits: Pair
let stranger: Pair
let verifier: InternalTokenVerifier<{ accountId: string }>

async function pairOf(owner: string, kid: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA')
  return { signing: { owner, kid, key: privateKey }, verifying: { owner, kid, key: publicKey } }
}

beforeAll(async () => {
  gateway = await pairOf('gateway', 'g')
  credits = await pairOf('credits', 'c')
  stranger = await pairOf('gateway', 'g')
  verifier = new InternalTokenVerifier('learners', [gateway.verifying, credits.verifying])
})

const codeOfToken = (token: string | undefined) => verifier.verify(token).then(() => 'accepted', codeOf)

test('a token says who asks and on whose behalf', async () => {
  const token = new InternalTokenIssuer(gateway.signing).issue('learners', { accountId: 'ada' })
  expect(await verifier.verify(token)).toEqual({ issuer: 'gateway', claims: { accountId: 'ada' } })
  const own = new InternalTokenIssuer(credits.signing).issue('learners', undefined)
  expect(await verifier.verify(own)).toEqual({ issuer: 'credits', claims: undefined })
})

describe('a token is sent again', () => {
  const ada = { accountId: 'ada' }

  test('for the same claims and part, and nobody else', () => {
    const issuer = new InternalTokenIssuer(gateway.signing)
    const tokens = [
      issuer.issue('learners', ada),
      issuer.issue('credits', ada),
      issuer.issue('learners', { accountId: 'bo' }),
      issuer.issue('learners', undefined),
    ]
    expect(new Set(tokens).size).toBe(4)
    expect(issuer.issue('learners', ada)).toBe(tokens[0])
    expect(issuer.issue('learners', undefined)).toBe(tokens[3])
  })

  test('for seconds, and known as valid until it ends', async () => {
    const issuer = new InternalTokenIssuer(gateway.signing)
    const token = issuer.issue('learners', ada)
    expect(await codeOfToken(token)).toBe('accepted')
    jest.useFakeTimers({ now: Date.now() + 11_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
    try {
      expect(issuer.issue('learners', ada)).not.toBe(token)
      expect(await codeOfToken(token)).toBe('accepted')
      jest.setSystemTime(Date.now() + 60_000)
      expect(await codeOfToken(token)).toBe('UNAUTHENTICATED')
    } finally {
      jest.useRealTimers()
    }
  })
})

test('a token for another part is refused', async () => {
  for (const audience of ['providers', 'credits', 'gateway', ''])
    expect(await codeOfToken(new InternalTokenIssuer(gateway.signing).issue(audience, {}))).toBe('UNAUTHENTICATED')
})

interface Change {
  header?: object
  issuer?: string
  expiresAt?: number | null
  withoutRequest?: boolean
  key?: () => CryptoKey
}

/** A token of the gateway that is right but for what the test says. */
async function draft({ header = {}, issuer = 'gateway', expiresAt = seconds(60), ...rest }: Change): Promise<string> {
  const jwt = new SignJWT({ viewer: null, ...(rest.withoutRequest ? {} : { txn: 'r' }) })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'txntoken+jwt', kid: 'g', ...header })
    .setIssuer(issuer)
    .setAudience('learners')
    .setIssuedAt()
  return (expiresAt === null ? jwt : jwt.setExpirationTime(expiresAt)).sign(rest.key?.() ?? gateway.signing.key)
}

test('as drafted it is accepted', async () => {
  expect(await codeOfToken(await draft({}))).toBe('accepted')
})

test.each<[string, Change]>([
  ['signed with a key of nobody', { key: () => stranger.signing.key }],
  ['signed by credits in the name of the gateway', { key: () => credits.signing.key, header: { kid: 'c' } }],
  ['of a part that is not trusted', { issuer: 'providers' }],
  ['with a key that is not known', { header: { kid: 'x' } }],
  ['without a key', { header: { kid: undefined } }],
  ['that brings its own key', { header: { kid: 'x', jwk: { kty: 'OKP' } } }],
  ['of another kind, as a bearer token is', { header: { typ: 'at+jwt' } }],
  ['that has ended', { expiresAt: seconds(-10) }],
  ['without an end', { expiresAt: null }],
  ['for no request', { withoutRequest: true }],
])('a token %s is refused', async (_, change) => {
  expect(await codeOfToken(await draft(change))).toBe('UNAUTHENTICATED')
})

test.each<[string, () => string | undefined]>([
  ['no token', () => undefined],
  ['an empty one', () => ''],
  ['what is no token', () => 'ada'],
  [
    'a token without signature',
    () =>
      `${base64({ alg: 'none', typ: 'txntoken+jwt', kid: 'g' })}.${base64({ iss: 'gateway', aud: 'learners', txn: 'r', exp: seconds(60) })}.`,
  ],
])('%s is refused', async (_, token) => {
  expect(await codeOfToken(token())).toBe('UNAUTHENTICATED')
})

test('a token signed with the public key as a secret is refused', async () => {
  const token = await new SignJWT({ viewer: null, txn: 'r' })
    .setProtectedHeader({ alg: 'HS256', typ: 'txntoken+jwt', kid: 'g' })
    .setIssuer('gateway')
    .setAudience('learners')
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode('g'.padEnd(32)))
  expect(await codeOfToken(token)).toBe('UNAUTHENTICATED')
})

test('a token whose viewer was changed is refused', async () => {
  const [header, , signature] = (await draft({})).split('.')
  const claims = { iss: 'gateway', aud: 'learners', txn: 'r', exp: seconds(60), viewer: { accountId: 'op' } }
  expect(await codeOfToken([header, base64(claims), signature].join('.'))).toBe('UNAUTHENTICATED')
})
