import { defaultFieldResolver, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import { type AccessRule, ruleOf } from './access-rule.js'

/** Throws where whoever asks does not meet a rule. */
export type Admit<C> = (rule: AccessRule, context: C) => void

/**
 * Puts the rules that the directives of a subgraph say in front of its resolvers: those of a field and of the type that it
 * returns. The gateway has looked at them before; here they hold whoever asks.
 */
export function guardSchema<C>(schema: GraphQLSchema, admit: Admit<C>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const rules = [field.astNode, getNamedType(field.type).astNode].flatMap((node) => (node && ruleOf(node)) || [])
      if (!rules.length) continue
      const { resolve = defaultFieldResolver } = field
      field.resolve = (source, args, context, info) => {
        for (const rule of rules) admit(rule, context)
        return resolve(source, args, context, info)
      }
    }
  }
}

/** The rule of a type, which holds for references to it as well. */
export function ruleOfType(schema: GraphQLSchema, name: string): AccessRule | undefined {
  const node = schema.getType(name)?.astNode
  return node ? ruleOf(node) : undefined
}
