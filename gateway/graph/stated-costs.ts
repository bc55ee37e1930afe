import {
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  isInterfaceType,
  isObjectType,
} from 'graphql'

/** What `@listSize` says of a field. */
interface ListSize {
  /** How many items there are where no argument says it. */
  assumedSize?: number | null
  /** Arguments that say how many; the largest counts. */
  slicingArguments?: readonly string[] | null
  /** The lists below the field that are meant, where it is none itself. */
  sizedFields?: readonly string[] | null
}

/** What a subgraph says of the cost of a field, or of every field of a type. */
export interface StatedCost {
  /** What `@cost` counts for one of it. */
  weight?: number
  size?: ListSize
}

type AnyField = GraphQLField<unknown, unknown>

/**
 * The same schema with what the subgraphs say of costs, as it is composed into the supergraph: `@cost` and `@listSize` of the
 * IBM specification, on fields and types. The schema of callers comes without them.
 */
export function withStatedCosts(schema: GraphQLSchema, supergraph: GraphQLSchema): GraphQLSchema {
  const [cost, listSize] = [supergraph.getDirective('cost'), supergraph.getDirective('listSize')]
  const stated = (node: Parameters<typeof getDirectiveValues>[1]): StatedCost => {
    const valuesOf = (directive: GraphQLDirective | null | undefined) =>
      directive && getDirectiveValues(directive, node)
    const { weight } = (valuesOf(cost) ?? {}) as { weight?: number }
    return { weight, size: valuesOf(listSize) as ListSize | undefined }
  }
  const slicing = new Set<string>()
  for (const type of Object.values(schema.getTypeMap())) {
    const composed = supergraph.getType(type.name)
    if (composed?.astNode) state(type, stated(composed.astNode))
    if (!hasFields(type) || !composed || !hasFields(composed)) continue
    const fields = composed.getFields()
    for (const field of Object.values(type.getFields())) {
      const { astNode } = fields[field.name] ?? {}
      if (astNode) state(field, stated(astNode))
      for (const name of statedCost(field).size?.slicingArguments ?? []) slicing.add(name)
    }
  }
  schema.extensions = { ...schema.extensions, [extension]: slicing }
  return schema
}

/** The names of arguments that say how long something is. */
export const slicingArgumentsIn = ({ extensions }: GraphQLSchema): ReadonlySet<string> =>
  (extensions[extension] as ReadonlySet<string> | undefined) ?? new Set()

/** What was said of a field or type; nothing where nothing was. */
export const statedCost = ({ extensions }: AnyField | GraphQLNamedType): StatedCost =>
  (extensions[extension] as StatedCost | undefined) ?? {}

const extension = 'statedCost'

const hasFields = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type)

function state(what: AnyField | GraphQLNamedType, cost: StatedCost): void {
  if (cost.weight !== undefined || cost.size) what.extensions = { ...what.extensions, [extension]: cost }
}
