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
import { statedCost } from './stated-costs.js'

type Values = Readonly<Record<string, unknown>>
type AnyField = GraphQLField<unknown, unknown>
/** How long lists are, by the names of their fields. */
type Sizes = Readonly<Record<string, number>>

/**
 * How many objects an operation brings back at most, by what the subgraphs say of their lists (`@listSize`) and of what counts
 * for more than one (`@cost`), with variables and defaults put in. The document has to be valid.
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

  selection({ selections }: SelectionSetNode, type: GraphQLCompositeType, sized: Sizes = {}): number {
    return selections.reduce((sum, node) => sum + this.selected(node, type, sized), 0)
  }

  private selected(node: SelectionNode, type: GraphQLCompositeType, sized: Sizes): number {
    if (node.kind === Kind.FIELD) {
      const field = isUnionType(type) ? undefined : type.getFields()[node.name.value]
      return field ? this.field(field, node, sized[field.name]) : 0
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node
    return fragment ? this.selection(fragment.selectionSet, this.typeIn(fragment, type), sized) : 0
  }

  private typeIn({ typeCondition }: FragmentDefinitionNode | InlineFragmentNode, outer: GraphQLCompositeType) {
    const type = typeCondition && this.schema.getType(typeCondition.name.value)
    return isCompositeType(type) ? type : outer
  }

  /** One field, with how long the field above says that it is. */
  private field(field: AnyField, node: FieldNode, given: number | undefined): number {
    const type = getNamedType(field.type)
    const { weight = statedCost(type).weight ?? Number(isCompositeType(type)) } = statedCost(field)
    const length = this.lengthOf(field, node)
    const items = isListType(getNullableType(field.type)) ? (given ?? length ?? graphLimits.listItems) : 1
    if (!isCompositeType(type) || !node.selectionSet) return items * weight
    const { sizedFields } = statedCost(field).size ?? {}
    const sized = Object.fromEntries(length === undefined ? [] : (sizedFields ?? []).map((name) => [name, length]))
    return items * (weight + this.selection(node.selectionSet, type, sized))
  }

  /** How many items a field has by its arguments, or else by what is assumed of it. */
  private lengthOf(field: AnyField, node: FieldNode): number | undefined {
    const { slicingArguments, assumedSize } = statedCost(field).size ?? {}
    if (!slicingArguments?.length) return assumedSize ?? undefined
    const values = getArgumentValues(field, node, this.variables)
    const lengths = slicingArguments.flatMap((name) => (values[name] == null ? [] : [Number(values[name])]))
    return lengths.length ? Math.max(0, ...lengths) : (assumedSize ?? undefined)
  }
}
