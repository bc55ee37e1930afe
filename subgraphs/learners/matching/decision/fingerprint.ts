import { hash, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LearnerClaim } from '../match-types.js'

const blockBytes = 64
const hashBytes = 32

const fields = [
  'givenName',
  'familyName',
  'middleName',
  'suffix',
  'birthMonth',
  'birthDay',
  'state',
  'licenseOrNpi',
  'boardCode',
  'boardId',
] as const satisfies readonly (keyof LearnerClaim)[]

/** Everything in a claim that tells who is meant, as a list in JSON: all but the day of completion. */
export const wordsOf = (claim: LearnerClaim): string => JSON.stringify(fields.map((field) => claim[field] ?? null))

/**
 * Tells whether two claims were the same without saying what they were: there are only 366 birthdays, so that anything
 * but a keyed hash would give them away. In hexadecimal digits.
 */
export const fingerprintOf = (key: Buffer, claim: LearnerClaim, words = wordsOf(claim)): string =>
  hmac(key, `${words.slice(0, -1)},${JSON.stringify(claim.completedOn ?? null)}]`)

/**
 * HMAC-SHA-256 (RFC 2104) in hexadecimal digits, by two hashes at one stroke each: the objects that Node makes for an
 * HMAC, or for the bytes of a hash, take longer than both.
 */
export function hmac(key: Buffer, text: string): string {
  const { inner, outer } = padsOf(key)
  const length = Buffer.byteLength(text)
  if (blockBytes + length > message.length) message = Buffer.alloc(2 * (blockBytes + length))
  message.set(inner)
  message.write(text, blockBytes)
  outer.write(hash('sha256', message.subarray(0, blockBytes + length), 'binary'), blockBytes, 'binary')
  return hash('sha256', outer, 'hex')
}

/** Written over by every fingerprint. */
let message = Buffer.alloc(4_096)

const sha256 = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer')

interface Pads {
  inner: Buffer
  /** With room for the inner hash behind it. */
  outer: Buffer
}

const pads = new WeakMap<Buffer, Pads>()

function padsOf(key: Buffer): Pads {
  const known = pads.get(key)
  if (known) return known
  const block = Buffer.concat([key.length > blockBytes ? sha256(key) : key], blockBytes)
  const both = {
    inner: Buffer.from(block.map((byte) => byte ^ 0x36)),
    outer: Buffer.concat([block.map((byte) => byte ^ 0x5c)], blockBytes + hashBytes),
  }
  pads.set(key, both)
  return both
}

/** The key of fingerprints in the folder of keys; of several processes that miss it one makes it. */
export async function fingerprintKey(dir: string): Promise<Buffer> {
  const path = join(dir, 'learners.fingerprint.key')
  const known = await readFile(path).catch(unless('ENOENT'))
  if (known) return known
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}.draft`
  await writeFile(draft, randomBytes(32), { mode: 0o600 })
  await link(draft, path).catch(unless('EEXIST'))
  await rm(draft)
  return readFile(path)
}

const unless = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error
  return undefined
}
