import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { maxPageSize } from '../../subgraphs/shared/graphql/connection.js'
import { graphLimits } from './limits.js'

type Values = Readonly<Record<string, unknown>>
type AnyField = GraphQLField<unknown, unknown>

/**
 * How many objects an operation brings back at most: a list with `first` counts as long as its page may be, with
 * variables and defaults put in. The document has to be valid.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Values,
): number {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  const root = schema.getRootType(operation.operation)
  // Values that do not fit their type are explained when the operation is run.
  return coerced && root ? new Meter(schema, document, coerced).selection(operation.selectionSet, root) : 0
}

/** The same before anything is known of its variables: every page is as long as pages may be. The document has to be valid. */
export function costAtMost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const largest = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable }) => [variable.name.value, maxPageSize]),
  )
  const root = schema.getRootType(operation.operation)
  return root ? new Meter(schema, document, largest).selection(operation.selectionSet, root) : 0
}

class Meter {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Values,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  selection({ selections }: SelectionSetNode, type: GraphQLCompositeType): number {
    return selections.reduce((sum, node) => sum + this.selected(node, type), 0)
  }

  private selected(node: SelectionNode, type: GraphQLCompositeType): number {
    if (node.kind === Kind.FIELD) {
      const field = isUnionType(type) ? undefined : type.getFields()[node.name.value]
      return field ? this.field(field, node) : 0
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node
    return fragment ? this.selection(fragment.selectionSet, this.typeIn(fragment, type)) : 0
  }

  private typeIn({ typeCondition }: FragmentDefinitionNode | InlineFragmentNode, outer: GraphQLCompositeType) {
    const type = typeCondition && this.schema.getType(typeCondition.name.value)
    return isCompositeType(type) ? type : outer
  }

  private field(field: AnyField, node: FieldNode): number {
    const type = getNamedType(field.type)
    if (!isCompositeType(type) || !node.selectionSet) return 0
    return this.items(field, node) * (1 + this.selection(node.selectionSet, type))
  }

  /** A connection is as long as its page; its edges are no further list. */
  private items(field: AnyField, node: FieldNode): number {
    if (field.args.some(({ name }) => name === 'first')) {
      const { first } = getArgumentValues(field, node, this.variables)
      return Math.max(1, Number(first))
    }
    if (!isListType(getNullableType(field.type)) || field.name === 'edges') return 1
    return longLists.get(field.name) ?? graphLimits.listItems
  }
}

const longLists = new Map<string, number>(Object.entries(graphLimits.longLists))
