import { type ConstDirectiveNode, Kind } from 'graphql'

/** Several ways to have enough: one of these lists has to be had whole. */
export type OneOf = readonly (readonly string[])[]

/** Who may ask for a field, or for any field of a type, in the terms of `@authenticated`, `@requiresScopes` and `@policy`. */
export interface AccessRule {
  isAuthenticated: boolean
  scopes: OneOf
  policies: OneOf
}

/** What everybody may ask for, signed in or not. */
export const everybody = 'EVERYBODY'

/** The rules of one subgraph by coordinate: `Type.field`, or `Type` for whatever returns it. */
export type AccessTable = Readonly<Record<string, AccessRule | typeof everybody>>

interface Guarded {
  readonly directives?: readonly ConstDirectiveNode[]
}

/** The rule that the directives of a field or type say; undefined where they say none. */
export function ruleOf({ directives = [] }: Guarded): AccessRule | undefined {
  const named = (name: string) => directives.find((directive) => directive.name.value === name)
  const isAuthenticated = named('authenticated') !== undefined
  const scopes = listsIn(named('requiresScopes'))
  const policies = listsIn(named('policy'))
  return isAuthenticated || scopes.length || policies.length ? { isAuthenticated, scopes, policies } : undefined
}

/** The same rule as directives of a subgraph’s SDL. */
export function directivesOf({ isAuthenticated, scopes, policies }: AccessRule): ConstDirectiveNode[] {
  return [
    ...(isAuthenticated ? [directive('authenticated')] : []),
    ...(scopes.length ? [directive('requiresScopes', 'scopes', scopes)] : []),
    ...(policies.length ? [directive('policy', 'policies', policies)] : []),
  ]
}

function directive(name: string, argument?: string, lists: OneOf = []): ConstDirectiveNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const
  const values = lists.map((list) => ({
    kind: Kind.LIST as const,
    values: list.map((value) => ({ kind: Kind.STRING as const, value })),
  }))
  const given = { kind: Kind.ARGUMENT, name: named(argument ?? ''), value: { kind: Kind.LIST, values } } as const
  return { kind: Kind.DIRECTIVE, name: named(name), arguments: argument ? [given] : [] }
}

function listsIn(found: ConstDirectiveNode | undefined): OneOf {
  const value = found?.arguments?.[0]?.value
  const itemsOf = (list: typeof value) => (list?.kind === Kind.LIST ? list.values : [])
  return itemsOf(value).map((list) => itemsOf(list).flatMap((item) => (item.kind === Kind.STRING ? item.value : [])))
}
