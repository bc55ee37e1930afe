import { randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { unauthenticated } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import type { KeyMode } from './key-text.js'

/** Another audience than that of people’s tokens, so that neither is taken for the other. */
const audience = 'creditgraph-programs'
const platform = 'creditgraph'
const tokenType = 'at+jwt'
const algorithm = 'EdDSA'

/** Seconds for which a program’s token is taken. */
export const programTokenSeconds = 15 * 60

const prefixes: Readonly<Record<KeyMode, string>> = { LIVE: 'cgt_', SANDBOX: 'cgst_' }

/** For which key a token was given, and what it may be used for. */
export interface ProgramGrant {
  keyId: string
  scopes: readonly string[]
}

/** A bearer token that stands for a key for fifteen minutes, or for as long as the key lives. */
export async function issueProgramToken(
  signing: OwnedKey,
  { keyId, scopes }: ProgramGrant,
  mode: KeyMode,
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const token = await new SignJWT({ scope: scopes.join(' '), client_id: keyId })
    .setProtectedHeader({ alg: algorithm, typ: tokenType, kid: signing.kid })
    .setIssuer(platform)
    .setAudience(audience)
    .setSubject(keyId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + programTokenSeconds)
    .sign(signing.key)
  return `${prefixes[mode]}${token}`
}

/** True for what begins like a token of a program. */
export const isProgramToken = (text: string): boolean => /^cgs?t_/.test(text)

/** The grant that a token stands for. Throws UNAUTHENTICATED for anything else than a valid token. */
export async function verifyProgramToken(verifying: OwnedKey, text: string, now: Date): Promise<ProgramGrant> {
  try {
    const { payload, protectedHeader } = await jwtVerify<{ sub: string; scope: string }>(
      text.replace(/^cgs?t_/, ''),
      verifying.key,
      {
        issuer: platform,
        audience,
        algorithms: [algorithm],
        typ: tokenType,
        requiredClaims: ['sub', 'iat', 'exp', 'jti', 'scope'],
        maxTokenAge: programTokenSeconds,
        currentDate: now,
      },
    )
    if (protectedHeader.kid !== verifying.kid) throw new Error(`The key ${protectedHeader.kid} is not the current one.`)
    return { keyId: payload.sub, scopes: payload.scope.split(' ') }
  } catch (cause) {
    throw unauthenticated('That token is not valid, or has ended. Ask for another one at /oauth/token.', { cause })
  }
}
