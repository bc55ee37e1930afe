import { KeyObject, randomUUID, sign } from 'node:crypto'
import { jwtVerify } from 'jose'
import { unauthenticated } from '../errors.js'
import type { OwnedKey } from './keys.js'

/** The header that carries the internal token from one part of the platform to another. */
export const internalTokenHeader = 'x-creditgraph-token'
const tokenType = 'txntoken+jwt'
const lifetimeSeconds = 60
/** How long a token is sent again for the same claims, which come as the same object. */
const reuseMs = 10_000
/** Tokens whose signature is not looked at again. */
const mostVerified = 10_000

interface Issued {
  token: string
  until: number
}

/** Signs internal tokens in the name of one part, each for one receiving part alone. */
export class InternalTokenIssuer {
  private readonly key: KeyObject
  private readonly header: string
  private readonly issued = new WeakMap<object, Map<string, Issued>>()

  constructor(private readonly signing: OwnedKey) {
    this.key = KeyObject.from(signing.key)
    this.header = encoded({ alg: 'EdDSA', typ: tokenType, kid: signing.kid })
  }

  /** A token for `audience` that says on whose behalf we ask (`claims`, undefined for nobody). */
  issue(audience: string, claims: object | undefined): string {
    const whose = claims ?? nobody
    const known = this.issued.get(whose)
    const earlier = known?.get(audience)
    if (earlier && earlier.until > Date.now()) return earlier.token
    const token = this.sign(audience, claims)
    const all = known ?? new Map<string, Issued>()
    this.issued.set(whose, all)
    all.set(audience, { token, until: Date.now() + reuseMs })
    return token
  }

  private sign(audience: string, claims: object | undefined): string {
    const issuedAt = Math.floor(Date.now() / 1000)
    const payload = encoded({
      viewer: claims ?? null,
      txn: randomUUID(),
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

/** Stands for whoever has no claims. */
const nobody = {}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

interface Verified<Claims> {
  call: InternalCall<Claims>
  until: number
}

/** What a verified internal token says. */
export interface InternalCall<Claims> {
  /** The part that asks: `gateway` or another subgraph. */
  issuer: string
  /** On whose behalf; undefined for nobody. */
  claims: Claims | undefined
}

/** Accepts only tokens made for this part by a part that it trusts. */
export class InternalTokenVerifier<Claims> {
  /** Calls whose tokens were found to be valid, until they end. */
  private readonly verified = new Map<string, Verified<Claims>>()

  constructor(
    private readonly audience: string,
    private readonly trusted: readonly OwnedKey[],
  ) {}

  /** The call that a token stands for. Throws UNAUTHENTICATED for anything else than a valid token. */
  async verify(token: string | undefined): Promise<InternalCall<Claims>> {
    if (!token) throw refusal()
    const known = this.verified.get(token)
    if (known && known.until > Date.now()) return known.call
    const { call, until } = await this.read(token)
    if (this.verified.size >= mostVerified) this.verified.clear()
    this.verified.set(token, { call, until })
    return call
  }

  private async read(token: string): Promise<Verified<Claims>> {
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
      const call: InternalCall<Claims> = {
        issuer: owner,
        claims: (payload.viewer ?? undefined) as Claims | undefined,
      }
      return { call, until: Number(payload.exp) * 1000 }
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
