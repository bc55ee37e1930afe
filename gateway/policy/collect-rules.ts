import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { AccessRule } from '../../subgraphs/shared/policy/access-rule.js'
import type { AccessRules } from './supergraph-access.js'

/** An operation with what is needed to understand it. It has to be valid. */
export interface ReadOperation {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
}

/** A rule that an operation has to meet, and where in its answer it is needed first. */
export interface NeededRule {
  rule: AccessRule
  path: readonly string[]
}

/**
 * Every rule that some field of an operation needs, each once, wherever fragments put that field. Below the fields that are
 * `absent` nothing is needed, since they are null.
 */
export function collectRules(
  { schema, document, operation }: ReadOperation,
  rules: AccessRules,
  absent: ReadonlySet<string> = new Set(),
): NeededRule[] {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const needed = new Map<string, NeededRule>()

  const need = (coordinate: string, path: readonly string[]) => {
    const rule = rules.get(coordinate)
    const key = rule && JSON.stringify(rule)
    if (key && !needed.has(key)) needed.set(key, { rule, path })
  }
  // What is returned as an interface or union is for whoever may have the type that it turns out to be, which is asked for
  // by a fragment; its subgraph holds the rest to the same rules.
  const needType = (type: GraphQLCompositeType, path: readonly string[]) => isObjectType(type) && need(type.name, path)

  const through = ({ selections }: SelectionSetNode, type: GraphQLCompositeType, path: readonly string[]) => {
    for (const node of selections) select(node, type, path)
  }
  const select = (node: SelectionNode, type: GraphQLCompositeType, path: readonly string[]) => {
    if (node.kind === Kind.FIELD) {
      const field = isUnionType(type) ? undefined : type.getFields()[node.name.value]
      if (!field) return
      const below = [...path, (node.alias ?? node.name).value]
      const coordinate = `${type.name}.${field.name}`
      need(coordinate, below)
      if (absent.has(coordinate)) return
      const returned = getNamedType(field.type)
      if (!isCompositeType(returned)) return
      needType(returned, below)
      if (node.selectionSet) through(node.selectionSet, returned, below)
      return
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node
    const named = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value)
    const inside = isCompositeType(named) ? named : type
    if (!fragment) return
    needType(inside, path)
    through(fragment.selectionSet, inside, path)
  }

  const root = schema.getRootType(operation.operation)
  if (root) through(operation.selectionSet, root, [])
  return [...needed.values()]
}
