import { KeyObject, sign } from 'node:crypto'
import { jwtVerify } from 'jose'
import { unauthenticated } from '../errors.js'
import type { OwnedKey } from './keys.js'

/** The header that carries the internal token from one part of the platform to another. */
export const internalTokenHeader = 'x-creditgraph-token'
const tokenType = 'txntoken+jwt'
const lifetimeSeconds = 60

/** Signs internal tokens in the name of one part, each for one receiving part alone. */
export class InternalTokenIssuer {
  private readonly key: KeyObject
  private readonly header: string

  constructor(private readonly signing: OwnedKey) {
    this.key = KeyObject.from(signing.key)
    this.header = encoded({ alg: 'EdDSA', typ: tokenType, kid: signing.kid })
  }

  /** A token for `audience` that says on whose behalf (`claims`, undefined for nobody) and for which request we ask. */
  async issue(audience: string, claims: object | undefined, requestId: string): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000)
    const payload = encoded({
      viewer: claims ?? null,
      txn: requestId,
      iss: this.signing.owner,
      aud: audience,
      iat: issuedAt,
      exp: issuedAt + lifetimeSeconds,
    })
    const signed = `${this.header}.${payload}`
    // A signature takes less time than the way to another thread and back.
    return `${signed}.${sign(null, Buffer.from(signed), this.key).toString('base64url')}`
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What a verified internal token says. */
export interface InternalCall<Claims> {
  /** The part that asks: `gateway` or another subgraph. */
  issuer: string
  /** On whose behalf; undefined for nobody. */
  claims: Claims | undefined
  requestId: string
}

/** Accepts only tokens made for this part by a part that it trusts. */
export class InternalTokenVerifier<Claims> {
  constructor(
    private readonly audience: string,
    private readonly trusted: readonly OwnedKey[],
  ) {}

  /** The call that a token stands for. Throws UNAUTHENTICATED for anything else than a valid token. */
  async verify(token: string | undefined): Promise<InternalCall<Claims>> {
    if (!token) throw refusal()
    try {
      const { payload, protectedHeader } = await jwtVerify(token, (header) => this.trustedKey(header.kid).key, {
        audience: this.audience,
        issuer: this.trusted.map((key) => key.owner),
        algorithms: ['EdDSA'],
        typ: tokenType,
        requiredClaims: ['exp', 'txn'],
        clockTolerance: 5,
      })
      const { owner } = this.trustedKey(protectedHeader.kid)
      if (payload.iss !== owner) throw new Error(`A key of ${owner} signed for ${payload.iss}.`)
      return {
        issuer: owner,
        claims: (payload.viewer ?? undefined) as Claims | undefined,
        requestId: String(payload.txn),
      }
    } catch (cause) {
      throw refusal(cause)
    }
  }

  private trustedKey(kid: string | undefined): OwnedKey {
    const key = this.trusted.find((candidate) => candidate.kid === kid)
    if (!key) throw new Error(`The key ${kid} is not trusted here.`)
    return key
  }
}

const refusal = (cause?: unknown) =>
  unauthenticated('This address answers other parts of the platform only.', { cause })
