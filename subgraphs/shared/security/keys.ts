import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { SetupProblem } from '../postgres/setup-problem.js'

const algorithm = 'EdDSA'
/** How long the key of a part that starts at the same time is waited for. */
const patienceMs = 30_000

/** A key of one owner, with the id that tokens name it by. */
export interface OwnedKey {
  owner: string
  kid: string
  key: CryptoKey
}

const privatePath = (dir: string, owner: string) => join(dir, `${owner}.private.json`)
const publicPath = (dir: string, owner: string) => join(dir, `${owner}.public.json`)

/**
 * Makes an Ed25519 key pair for each owner that has none yet. Files are readable by their owner only. Of several
 * processes that do it at once one makes the pair, and the others find it.
 */
export async function ensureKeys(dir: string, owners: readonly string[]): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  for (const owner of owners) {
    if (await readKey(publicPath(dir, owner))) continue
    const own = await makePrivateKey(privatePath(dir, owner))
    await place(publicPath(dir, owner), { kty: own.kty, crv: own.crv, x: own.x, kid: own.kid, alg: own.alg })
  }
}

/** The private key at a path: a new one, or the one that somebody else was quicker to put there. */
async function makePrivateKey(path: string): Promise<JWK> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true, crv: 'Ed25519' })
  const kid = await calculateJwkThumbprint(await exportJWK(publicKey))
  const made = { ...(await exportJWK(privateKey)), kid, alg: algorithm }
  await place(path, made)
  return (await readKey(path)) ?? made
}

/** Puts a whole key in its place, unless there is one. */
async function place(path: string, jwk: JWK): Promise<void> {
  const draft = `${path}.${randomUUID()}.draft`
  await writeFile(draft, `${JSON.stringify(jwk)}\n`, { mode: 0o600 })
  await link(draft, path).catch(unless('EEXIST'))
  await rm(draft)
}

/** The private key with which `owner` signs. */
export const loadSigningKey = (dir: string, owner: string) => loadKey(privatePath(dir, owner), owner)

/**
 * The public key with which others verify what `owner` signed. Waits a while for it: of parts that start together
 * the owner may come last.
 */
export async function loadVerifyingKey(dir: string, owner: string): Promise<OwnedKey> {
  const path = publicPath(dir, owner)
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline && !(await readKey(path))) await sleep(100)
  return loadKey(path, owner)
}

async function loadKey(path: string, owner: string): Promise<OwnedKey> {
  const jwk = await readKey(path)
  if (!jwk)
    throw new SetupProblem(
      `There is no key of the ${owner} in ${path}. Start the ${owner} once, or set KEYS_DIR to the folder of the keys.`,
    )
  // Who holds a private key signs with node:crypto, which wants to be able to read it.
  const key = await importJWK(jwk, algorithm, { extractable: true })
  if (key instanceof Uint8Array || !jwk.kid) throw new SetupProblem(`${path} does not hold an Ed25519 key with an id.`)
  return { owner, kid: jwk.kid, key }
}

async function readKey(path: string): Promise<JWK | undefined> {
  const text = await readFile(path, 'utf8').catch(unless('ENOENT'))
  return text === undefined ? undefined : (JSON.parse(text) as JWK)
}

/** Lets one kind of failure pass as “nothing there”. */
const unless = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error
  return undefined
}
