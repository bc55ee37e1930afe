import type { GraphQLError } from 'graphql'
import { forbidden, unauthenticated } from '../shared/errors.js'
import type { AccessRule } from '../shared/policy/access-rule.js'
import { hasScope, type Scope } from './scopes.js'
import type { ViewerClaims, ViewerRole } from './viewer.js'

const people: Readonly<Record<ViewerRole, string>> = {
  PROVIDER_REPORTER: 'people who report for a provider',
  LICENSING_BOARD: 'people of a licensing board',
  CERTIFYING_BOARD: 'people of a certifying board',
  PHYSICIAN: 'physicians',
  PARTNER: 'partners',
  OPERATOR: 'operators of the platform',
}

/** For everybody who has signed in, with a key by one that has the scope. */
export const signedIn = (scope?: Scope): AccessRule => ({
  isAuthenticated: true,
  scopes: scope ? [[scope]] : [],
  policies: [],
})

/** The same for people in some roles alone. What each of them may see and do is decided object by object. */
export const only = (roles: readonly ViewerRole[], scope?: Scope): AccessRule => ({
  isAuthenticated: false,
  scopes: scope ? [[scope]] : [],
  policies: roles.map((role) => [role]),
})

/** Why whoever has these claims does not meet a rule: UNAUTHENTICATED for nobody, FORBIDDEN for others; undefined where it is met. */
export function refusalBy(rule: AccessRule, claims: ViewerClaims | undefined): GraphQLError | undefined {
  if (!claims) return unauthenticated('Sign in first.')
  const { policies, scopes } = rule
  if (policies.length && !policies.some((roles) => roles.every((role) => role === claims.role)))
    return forbidden(`Only ${peopleIn(policies.flat())} can do that.`)
  if (scopes.length && !scopes.some((all) => all.every((scope) => hasScope(claims, scope))))
    return forbidden('Your key may not do that.', { hint: `It needs the scope ${scopes.flat().join(' or ')}.` })
  return undefined
}

const peopleIn = (roles: readonly string[]) =>
  Object.entries(people)
    .flatMap(([role, words]) => (roles.includes(role) ? words : []))
    .join(' or ')

/** Throws unless whoever asks meets a rule. */
export function admit(rule: AccessRule, { viewer }: { viewer: { claims: ViewerClaims | undefined } }): void {
  const refusal = refusalBy(rule, viewer.claims)
  if (refusal) throw refusal
}
