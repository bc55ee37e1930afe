import { randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { unauthenticated } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'

const platform = 'creditgraph'
const tokenType = 'at+jwt'
const algorithm = 'EdDSA'
const lifetimeSeconds = 12 * 60 * 60

/** A bearer token with which whoever holds it is signed in to the account for twelve hours. */
export async function issueAccessToken(signing: OwnedKey, accountId: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithm, typ: tokenType, kid: signing.kid })
    .setIssuer(platform)
    .setAudience(platform)
    .setSubject(accountId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signing.key)
}

/** The id of the account that a bearer token stands for. Throws UNAUTHENTICATED for anything else than a valid token. */
export async function verifyAccessToken(verifying: OwnedKey, token: string, now: Date): Promise<string> {
  try {
    const { payload, protectedHeader } = await jwtVerify<{ sub: string }>(token, verifying.key, {
      issuer: platform,
      audience: platform,
      algorithms: [algorithm],
      typ: tokenType,
      requiredClaims: ['sub', 'iat', 'exp', 'jti'],
      maxTokenAge: lifetimeSeconds,
      currentDate: now,
    })
    if (protectedHeader.kid !== verifying.kid) throw new Error(`The key ${protectedHeader.kid} is not the current one.`)
    return payload.sub
  } catch (cause) {
    throw unauthenticated('Your sign-in is not valid, or has ended. Sign in again.', { cause })
  }
}
