import { unauthenticated } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { signToken, type TokenKind, verifyToken } from '../session/own-token.js'
import type { KeyMode } from './key-text.js'

/** Seconds for which a program’s token is taken. */
export const programTokenSeconds = 15 * 60

/** Another audience than that of people’s tokens, so that neither is taken for the other. */
const kind: TokenKind = { audience: 'creditgraph-programs', lifetimeSeconds: programTokenSeconds, claims: ['scope'] }

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
  const claims = { scope: scopes.join(' '), client_id: keyId }
  const token = await signToken(signing, kind, { subject: keyId, claims }, now)
  return `${prefixes[mode]}${token}`
}

/** True for what begins like a token of a program. */
export const isProgramToken = (text: string): boolean => /^cgs?t_/.test(text)

/** The grant that a token stands for. Throws UNAUTHENTICATED for anything else than a valid token. */
export async function verifyProgramToken(verifying: OwnedKey, text: string, now: Date): Promise<ProgramGrant> {
  try {
    const { sub, scope } = await verifyToken<{ scope: string }>(verifying, kind, text.replace(/^cgs?t_/, ''), now)
    return { keyId: sub, scopes: scope.split(' ') }
  } catch (cause) {
    throw unauthenticated('That token is not valid, or has ended. Ask for another one at /oauth/token.', { cause })
  }
}
