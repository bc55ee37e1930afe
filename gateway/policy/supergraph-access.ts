import { Kind, Lexer, parse, Source, TokenKind } from 'graphql'
import { type AccessRule, ruleOf } from '../../subgraphs/shared/policy/access-rule.js'

/** For whom each guarded coordinate of the graph is: `Type.field`, or `Type` for whatever returns it. */
export type AccessRules = ReadonlyMap<string, AccessRule>

const directives = ['authenticated', 'requiresScopes', 'policy'] as const

/**
 * The supergraph as @apollo/gateway takes it: it refuses one whose rules of access it does not know, so they are no longer
 * said to be for security. Whoever loads it has to enforce `accessRulesIn` it.
 */
export const withoutSecurityLinks = (supergraphSdl: string): string =>
  supergraphSdl.replace(/(specs\.apollo\.dev\/(?:authenticated|requiresScopes|policy)\/v[\d.]+"), for: SECURITY/g, '$1')

/** The rules of a supergraph as composition has combined them. Throws unless every one that stands there is among them. */
export function accessRulesIn(supergraphSdl: string): AccessRules {
  const rules = new Map<string, AccessRule>()
  const add = (coordinate: string, rule: AccessRule | undefined) => rule && rules.set(coordinate, rule)
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    add(node.name.value, ruleOf(node))
    for (const field of node.fields ?? []) add(`${node.name.value}.${field.name.value}`, ruleOf(field))
  }
  const found = [...rules.values()].reduce((sum, rule) => sum + countOf(rule), 0)
  const written = countWritten(supergraphSdl)
  if (found !== written)
    throw new Error(`The supergraph has ${written} rules of access, and ${found} of them would be enforced.`)
  return rules
}

const countOf = ({ isAuthenticated, scopes, policies }: AccessRule) =>
  Number(isAuthenticated) + Number(scopes.length > 0) + Number(policies.length > 0)

/** How often the directives stand in a text, wherever; counted apart from how they are read. */
function countWritten(sdl: string): number {
  const lexer = new Lexer(new Source(sdl))
  let count = 0
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (token.kind !== TokenKind.AT) continue
    const isDefinition = token.prev?.kind === TokenKind.NAME && token.prev.value === 'directive'
    const { value } = lexer.lookahead()
    if (!isDefinition && directives.some((name) => name === value)) count += 1
  }
  return count
}
