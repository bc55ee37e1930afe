import type { IncomingMessage } from 'node:http'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { codeOf, forbidden, unauthenticated } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { Account } from '../account/account.js'
import type { KeyMode } from '../api-key/key-text.js'
import { Programs } from '../api-key/programs.js'
import { isSecure } from '../web/is-secure.js'
import { verifyAccessToken } from './access-token.js'
import { sessionCookie } from './cookie.js'

/** How long a change to an account or a key may go unnoticed. */
const cacheMs = 5_000
const maxCached = 10_000

type Remembered = Map<string, { claims: ViewerClaims; until: number }>

/** Tells who asks, by bearer token or by the cookie of a page. */
export class Authenticator {
  /** By the header with a token or key, and by the cookie of a page: neither is taken for the other. */
  private readonly byHeader: Remembered = new Map()
  private readonly byCookie: Remembered = new Map()
  private readonly programs: Programs

  constructor(
    private readonly orm: MikroORM,
    private readonly verifying: OwnedKey,
    private readonly now: () => Date,
    /** Whose keys are taken: those to what is real, or those to the sandbox. */
    mode: KeyMode = 'LIVE',
  ) {
    this.programs = new Programs(orm, verifying, now, mode)
  }

  /** The claims of whoever asks by a header that was found to be valid a moment ago; undefined where it has to be looked at. */
  known({ headers: { authorization } }: IncomingMessage): ViewerClaims | undefined {
    return authorization === undefined ? undefined : this.fresh(this.byHeader, authorization)
  }

  /**
   * The claims of whoever asks, or undefined for nobody. A token goes before a cookie. Throws UNAUTHENTICATED for a token
   * that is not valid; a cookie that has ended is nobody, so that pages can offer to sign in.
   */
  async claimsOf(request: IncomingMessage): Promise<ViewerClaims | undefined> {
    const { authorization } = request.headers
    if (authorization !== undefined) return this.claimsOfHeader(authorization)
    const cookie = sessionCookie(request, isSecure(request))
    if (!cookie) return undefined
    refuseForeignPage(request)
    try {
      return await this.remembered(this.byCookie, cookie, () => this.claimsOfToken(cookie))
    } catch (error) {
      if (codeOf(error) === 'UNAUTHENTICATED') return undefined
      throw error
    }
  }

  /** The claims of whoever holds a key or a token of ours. Throws UNAUTHENTICATED for anything else. */
  claimsOfBearer(text: string): Promise<ViewerClaims> {
    return this.claimsOfHeader(`Bearer ${text}`)
  }

  /** Lets a change of accounts and keys be seen at once in this process. */
  forget(): void {
    this.byHeader.clear()
    this.byCookie.clear()
  }

  private claimsOfHeader(authorization: string): Promise<ViewerClaims> {
    return this.remembered(this.byHeader, authorization, async () => {
      const text = bearer(authorization)
      const claims = await (Programs.isCredential(text) ? this.programs.claimsOf(text) : this.claimsOfToken(text))
      return { ...claims, byToken: true }
    })
  }

  private async claimsOfToken(token: string): Promise<ViewerClaims> {
    return this.claimsOfAccount(await verifyAccessToken(this.verifying, token, this.now()))
  }

  private async claimsOfAccount(accountId: string): Promise<ViewerClaims> {
    const account = await this.orm.em.fork().findOne(Account, { accountId })
    if (!account) throw unauthenticated('That account is closed. Sign in with another one.')
    return account.claims()
  }

  private async remembered(
    among: Remembered,
    credential: string,
    find: () => Promise<ViewerClaims>,
  ): Promise<ViewerClaims> {
    const known = this.fresh(among, credential)
    if (known) return known
    const at = this.now().getTime()
    const claims = await find()
    if (among.size >= maxCached) among.clear()
    among.set(credential, { claims, until: at + cacheMs })
    return claims
  }

  private fresh(among: Remembered, credential: string): ViewerClaims | undefined {
    const known = among.get(credential)
    return known && known.until > this.now().getTime() ? known.claims : undefined
  }
}

function bearer(authorization: string): string {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (!token) throw unauthenticated('Send your token as “Authorization: Bearer” and the token.')
  return token
}

/** A request that changes something by cookie, or that sets the cookie, must come from our own pages. Throws FORBIDDEN. */
export function refuseForeignPage(request: IncomingMessage): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const { origin, host } = request.headers
  const foreign = site ? site !== 'same-origin' : origin !== undefined && URL.parse(origin)?.host !== host
  if (foreign) throw forbidden('Requests with a session must come from our own pages.')
}
