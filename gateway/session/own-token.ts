import { randomUUID } from 'node:crypto'
import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'

const platform = 'creditgraph'
const tokenType = 'at+jwt'
const algorithm = 'EdDSA'

/** A kind of bearer tokens of ours; another audience keeps one kind from being taken for another. */
export interface TokenKind {
  audience: string
  lifetimeSeconds: number
  /** Claims that every token of the kind has beside the usual ones. */
  claims?: readonly string[]
}

/** A token that says whom it stands for. */
export function signToken(
  signing: OwnedKey,
  { audience, lifetimeSeconds }: TokenKind,
  { subject, claims = {} }: { subject: string; claims?: JWTPayload },
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: tokenType, kid: signing.kid })
    .setIssuer(platform)
    .setAudience(audience)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signing.key)
}

/** What a token says. Throws for anything else than a valid token of that kind, signed with the current key. */
export async function verifyToken<Claims>(
  verifying: OwnedKey,
  { audience, lifetimeSeconds, claims = [] }: TokenKind,
  token: string,
  now: Date,
): Promise<Claims & { sub: string }> {
  const { payload, protectedHeader } = await jwtVerify<Claims & { sub: string }>(token, verifying.key, {
    issuer: platform,
    audience,
    algorithms: [algorithm],
    typ: tokenType,
    requiredClaims: ['sub', 'iat', 'exp', 'jti', ...claims],
    maxTokenAge: lifetimeSeconds,
    currentDate: now,
  })
  if (protectedHeader.kid !== verifying.kid) throw new Error(`The key ${protectedHeader.kid} is not the current one.`)
  return payload
}
