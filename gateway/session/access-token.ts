import { unauthenticated } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { signToken, type TokenKind, verifyToken } from './own-token.js'

const kind: TokenKind = { audience: 'creditgraph', lifetimeSeconds: 12 * 60 * 60 }

/** A bearer token with which whoever holds it is signed in to the account for twelve hours. */
export const issueAccessToken = (signing: OwnedKey, accountId: string, now: Date): Promise<string> =>
  signToken(signing, kind, { subject: accountId }, now)

/** The id of the account that a bearer token stands for. Throws UNAUTHENTICATED for anything else than a valid token. */
export async function verifyAccessToken(verifying: OwnedKey, token: string, now: Date): Promise<string> {
  try {
    return (await verifyToken(verifying, kind, token, now)).sub
  } catch (cause) {
    throw unauthenticated('Your sign-in is not valid, or has ended. Sign in again.', { cause })
  }
}
