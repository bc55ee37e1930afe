import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

const algorithm = 'EdDSA'

/** A key of one owner, with the id that tokens name it by. */
export interface OwnedKey {
  owner: string
  kid: string
  key: CryptoKey
}

const privatePath = (dir: string, owner: string) => join(dir, `${owner}.private.json`)
const publicPath = (dir: string, owner: string) => join(dir, `${owner}.public.json`)

/**
 * Makes an Ed25519 key pair for each owner that has none yet. Files are readable by their owner only.
 * The public file is written last: where it exists, the pair is complete.
 */
export async function ensureKeys(dir: string, owners: readonly string[]): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  for (const owner of owners) {
    if (await exists(publicPath(dir, owner))) continue
    const pair = await generateKeyPair(algorithm, { extractable: true, crv: 'Ed25519' })
    const kid = await calculateJwkThumbprint(await exportJWK(pair.publicKey))
    await writeKey(privatePath(dir, owner), { ...(await exportJWK(pair.privateKey)), kid, alg: algorithm })
    await writeKey(publicPath(dir, owner), { ...(await exportJWK(pair.publicKey)), kid, alg: algorithm })
  }
}

/** The private key with which `owner` signs. */
export const loadSigningKey = (dir: string, owner: string) => loadKey(privatePath(dir, owner), owner)

/** The public key with which others verify what `owner` signed. */
export const loadVerifyingKey = (dir: string, owner: string) => loadKey(publicPath(dir, owner), owner)

async function loadKey(path: string, owner: string): Promise<OwnedKey> {
  const jwk = JSON.parse(await readFile(path, 'utf8')) as JWK
  const key = await importJWK(jwk, algorithm)
  if (key instanceof Uint8Array || !jwk.kid) throw new Error(`${path} does not hold an Ed25519 key with an id.`)
  return { owner, kid: jwk.kid, key }
}

async function writeKey(path: string, jwk: JWK): Promise<void> {
  const draft = `${path}.${process.pid}.draft`
  await writeFile(draft, `${JSON.stringify(jwk)}\n`, { mode: 0o600 })
  await rename(draft, path)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
