import { type Scope, scopes, scopesOfRole } from '../../subgraphs/reference/scopes.js'
import type { ViewerClaims, ViewerRole } from '../../subgraphs/reference/viewer.js'
import { badInput, forbidden } from '../../subgraphs/shared/errors.js'

/** What a key may be used for; the names are those of OAuth’s parameter `scope`. */
export type KeyScope = Scope | 'operations:write'

/** Every scope with what it allows: those of the graph, and the one of the registry of operations. */
export const keyScopes: Readonly<Record<KeyScope, string>> = {
  ...scopes,
  'operations:write': 'Register, deprecate and withdraw operations.',
}

/** The scopes that keys of a role may have. */
export const keyScopesOf = (role: ViewerRole): KeyScope[] => [...scopesOfRole(role), 'operations:write']

/** The scopes of a new key, each once. Throws BAD_USER_INPUT for none, and for one that the role has no use for. */
export function readScopes(names: readonly string[], role: ViewerRole): KeyScope[] {
  const allowed = keyScopesOf(role)
  const wrong = names.find((name) => !(allowed as readonly string[]).includes(name))
  if (wrong !== undefined)
    throw badInput(`A key of this account cannot have the scope ${wrong.slice(0, 40)}.`, {
      hint: `It may have ${allowed.join(', ')}.`,
    })
  if (!names.length) throw badInput('Choose at least one scope.', { hint: `It may be ${allowed.join(', ')}.` })
  return allowed.filter((scope) => names.includes(scope))
}

/** Lets a program do only what its key is for; people are not held by scopes. Throws FORBIDDEN. */
export function requireScope(claims: ViewerClaims | undefined, scope: KeyScope | undefined): void {
  if (!claims?.scopes || !scope || claims.scopes.includes(scope)) return
  throw forbidden('Your key may not do that.', { hint: `It needs the scope ${scope}.` })
}
