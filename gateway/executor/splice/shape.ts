import type { FetchNode } from '@apollo/query-planner'
import {
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isLeafType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql'
import { Unsupported } from '../unsupported.js'

/** A field that a subgraph answers, by the name it has there. */
export interface FieldShape {
  name: string
  /** Undefined for `__typename`, which every object of a shape has in common. */
  type: GraphQLOutputType | undefined
  /** What stands in it, or in each item of its list. */
  object: ObjectShape | undefined
}

/** An entity fetch that adds fields to the objects of a shape. */
export interface Attached {
  /** The number of the fetch. */
  part: number
  shape: ObjectShape
}

/** How a subgraph answers objects of one selection: its fields in their order, all of one type. */
export class ObjectShape {
  readonly attached: Attached[] = []

  constructor(
    readonly part: number,
    readonly type: GraphQLObjectType,
    readonly fields: readonly FieldShape[],
  ) {}

  field(name: string): FieldShape | undefined {
    return this.fields.find((field) => field.name === name)
  }
}

/** What a fetch answers: the root object, or each of the entities. Refuses what may be of several types. */
export function shapeOf(schema: GraphQLSchema, node: FetchNode, part: number): ObjectShape {
  const { definitions } = parse(node.operation)
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  if (!operation) throw new Unsupported('no operation')
  const reader = new ShapeReader(schema, part, new Map(fragments.map((fragment) => [fragment.name.value, fragment])))
  if (node.requires) return reader.entities(operation.selectionSet)
  const isMutation = operation.operation === OperationTypeNode.MUTATION
  return reader.object(isMutation ? schema.getMutationType() : schema.getQueryType(), operation.selectionSet)
}

class ShapeReader {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly part: number,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  entities({ selections }: SelectionSetNode): ObjectShape {
    const [field] = selections
    const inner = field?.kind === Kind.FIELD ? field.selectionSet?.selections : undefined
    const [only] = inner ?? []
    if (!only || only.kind === Kind.FIELD || inner?.length !== 1) throw new Unsupported('entities')
    const entity = this.fragment(only)
    return this.object(this.schema.getType(entity.typeCondition?.name.value ?? ''), entity.selectionSet)
  }

  object(type: unknown, selectionSet: SelectionSetNode): ObjectShape {
    if (!isObjectType(type)) throw new Unsupported('abstract type')
    const fields = [...this.fields(type, selectionSet)]
    if (new Set(fields.map(({ name }) => name)).size < fields.length) throw new Unsupported('repeated field')
    return new ObjectShape(this.part, type, fields)
  }

  private *fields(type: GraphQLObjectType, { selections }: SelectionSetNode): Generator<FieldShape> {
    for (const selection of selections) {
      if (selection.directives?.length) throw new Unsupported(selection.kind)
      if (selection.kind === Kind.FIELD) {
        yield this.field(type, selection.name.value, selection.alias?.value, selection.selectionSet)
        continue
      }
      const { typeCondition, selectionSet: inner } = this.fragment(selection)
      const condition = typeCondition?.name.value ?? type.name
      if (condition !== type.name) throw new Unsupported(condition)
      yield* this.fields(type, inner)
    }
  }

  private fragment(node: FragmentSpreadNode | InlineFragmentNode): FragmentDefinitionNode | InlineFragmentNode {
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value)
    if (!fragment) throw new Unsupported('fragment')
    return fragment
  }

  private field(
    parent: GraphQLObjectType,
    field: string,
    alias: string | undefined,
    inner?: SelectionSetNode,
  ): FieldShape {
    const name = alias ?? field
    if (field === '__typename') return { name, type: undefined, object: undefined }
    const type = parent.getFields()[field]?.type
    const named = type && getNamedType(type)
    if (!named || isLeafType(named) === (inner !== undefined)) throw new Unsupported(field)
    return { name, type, object: inner && this.object(named, inner) }
  }
}
