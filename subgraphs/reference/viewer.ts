import { forbidden, unauthenticated } from '../shared/errors.js'
import type { Policies } from '../shared/policy.js'

/** Who may ask, in the words of the field. One account has exactly one role. */
export const viewerRoles = [
  'PROVIDER_REPORTER',
  'LICENSING_BOARD',
  'CERTIFYING_BOARD',
  'PHYSICIAN',
  'PARTNER',
  'OPERATOR',
] as const

export type ViewerRole = (typeof viewerRoles)[number]

/** What the gateway knows of an account and hands to a subgraph inside the internal token. */
export interface ViewerClaims {
  accountId: string
  displayName: string
  role: ViewerRole
  /** True when a program asks with a bearer token, false for somebody at a page. */
  byToken?: boolean
  /** Set where a program asks with a key: what that key may be used for. */
  scopes?: readonly string[]
  /** Set for PROVIDER_REPORTER. */
  providerId?: string
  /** Set for LICENSING_BOARD (`ME-MD`) and CERTIFYING_BOARD (`ABIM`). */
  boardCode?: string
  /** Set for PHYSICIAN. */
  learnerId?: string
}

/** The person or partner on whose behalf a request runs; nobody when there are no claims. */
export class Viewer {
  constructor(
    readonly claims: ViewerClaims | undefined,
    private readonly policies: Policies<Viewer>,
  ) {}

  /** Throws FORBIDDEN unless a policy sentence allows the verb on this object. */
  must(verb: string, object: object): void {
    this.signedIn()
    this.policies.must(this, verb, object)
  }

  /** True when a policy sentence allows the verb on this object. */
  can(verb: string, object: object): boolean {
    return this.policies.can(this, verb, object)
  }

  /** The claims. Throws UNAUTHENTICATED for nobody. */
  signedIn(): ViewerClaims {
    if (!this.claims) throw unauthenticated('Sign in first.')
    return this.claims
  }

  reportsFor(providerId: string): boolean {
    return this.claims?.role === 'PROVIDER_REPORTER' && this.claims.providerId === providerId
  }

  isLearner(learnerId: string): boolean {
    return this.claims?.role === 'PHYSICIAN' && this.claims.learnerId === learnerId
  }

  sitsOn(boardCode: string): boolean {
    const { role, boardCode: own } = this.claims ?? {}
    return (role === 'LICENSING_BOARD' || role === 'CERTIFYING_BOARD') && own === boardCode
  }

  /** The provider this viewer reports for. Throws FORBIDDEN for everybody else. */
  ownProviderId(): string {
    const { role, providerId } = this.signedIn()
    if (role !== 'PROVIDER_REPORTER' || !providerId)
      throw forbidden('Only people who report for a provider can do that.')
    return providerId
  }

  /** The learner that this physician is. Throws FORBIDDEN for everybody else. */
  ownLearnerId(): string {
    const { role, learnerId } = this.signedIn()
    if (role !== 'PHYSICIAN' || !learnerId) throw forbidden('Only a physician can do that, for himself or herself.')
    return learnerId
  }

  /** The licensing board this viewer sits on. Throws FORBIDDEN for everybody else. */
  ownLicensingBoard(): string {
    const { role, boardCode } = this.signedIn()
    if (role !== 'LICENSING_BOARD' || !boardCode) throw forbidden('Only people of a licensing board can do that.')
    return boardCode
  }

  /** The certifying board this viewer sits on. Throws FORBIDDEN for everybody else. */
  ownCertifyingBoard(): string {
    const { role, boardCode } = this.signedIn()
    if (role !== 'CERTIFYING_BOARD' || !boardCode) throw forbidden('Only people of a certifying board can do that.')
    return boardCode
  }

  /** The account of this operator. Throws FORBIDDEN for everybody else. */
  operator(): string {
    const { role, accountId } = this.signedIn()
    if (role !== 'OPERATOR') throw forbidden('Only operators of the platform can do that.')
    return accountId
  }
}
