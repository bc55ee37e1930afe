import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The two parts of a key as its owner holds it. */
export interface KeyParts {
  keyId: string
  secret: string
}

/** A new key: a public part by which it is found and a secret part of 256 random bits. */
export const newKeyParts = (): KeyParts => ({
  keyId: randomBytes(8).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
})

/** A key as one text; its beginning lets scanners of leaked secrets know it. */
export const printKey = ({ keyId, secret }: KeyParts): string => `cgk_${keyId}.${secret}`

/** The parts of a key; undefined for a text that is none. */
export function parseKey(text: string): KeyParts | undefined {
  const [, keyId, secret] = /^cgk_([0-9a-f]{16})\.([\w-]{43})$/.exec(text) ?? []
  return keyId && secret ? { keyId, secret } : undefined
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** True when a secret is the one of a hash; takes as long for every wrong one. */
export const isSecretOf = (hash: Buffer, secret: string): boolean => timingSafeEqual(hash, hashOf(secret))
