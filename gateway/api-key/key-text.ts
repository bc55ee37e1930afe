import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The two parts of a key as its owner holds it. */
export interface KeyParts {
  keyId: string
  secret: string
}

/** How a key begins: scanners of leaked secrets know it by that, and whoever reads it sees what it opens. */
const prefixes = { LIVE: 'cgk_', SANDBOX: 'cgs_' } as const
export type KeyMode = keyof typeof prefixes

/** A new key: a public part by which it is found and a secret part of 256 random bits. */
export const newKeyParts = (): KeyParts => ({
  keyId: randomBytes(8).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
})

/** The public part of a key as OAuth’s `client_id`. */
export const clientIdOf = (keyId: string, mode: KeyMode): string => `${prefixes[mode]}${keyId}`

/** A key as one text: the client id, a point, and the client secret. */
export const printKey = ({ keyId, secret }: KeyParts, mode: KeyMode = 'LIVE'): string =>
  `${clientIdOf(keyId, mode)}.${secret}`

/** The parts of a key; undefined for a text that is none. */
export function parseKey(text: string): KeyParts | undefined {
  const [, keyId, secret] = /^cg[ks]_([0-9a-f]{16})\.([\w-]{43})$/.exec(text) ?? []
  return keyId && secret ? { keyId, secret } : undefined
}

/** True for a header with what only the sandbox takes: one of its keys, or a token that was given for one. */
export const isForSandbox = (authorization: string | undefined): boolean =>
  authorization !== undefined && /^Bearer +cgst?_/i.test(authorization)

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** True when a secret is the one of a hash; takes as long for every wrong one. */
export const isSecretOf = (hash: Buffer, secret: string): boolean => timingSafeEqual(hash, hashOf(secret))
