import type { GraphQLSchema } from 'graphql'
import type { AccessRule, OneOf } from '../../subgraphs/shared/policy/access-rule.js'
import type { AccessRules } from './supergraph-access.js'

/**
 * For whom everything is, one line each: every field that can be asked first, then every guarded field and type below. A
 * change of access is a change of a line.
 */
export function printAccess(schema: GraphQLSchema, rules: AccessRules): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const asked = roots.flatMap((type) =>
    type ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
  )
  const below = [...rules.keys()].filter((coordinate) => !asked.includes(coordinate))
  return [...asked.sort(), ...below.sort()].map((coordinate) => line(coordinate, rules.get(coordinate))).join('')
}

function line(coordinate: string, rule: AccessRule | undefined): string {
  if (!rule) return `${coordinate}: everybody\n`
  const who = rule.policies.length ? either(rule.policies) : 'signed in'
  const scopes = rule.scopes.length ? `, with a key that has ${either(rule.scopes)}` : ''
  return `${coordinate}: ${who}${scopes}\n`
}

const either = (lists: OneOf) => lists.map((list) => list.join(' and ')).join(' or ')
