import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql'
import type { KnownOperation } from './broken-operations.js'
import { coordinatesIn } from './coordinates.js'

/** Something of the schema that should no longer be used. */
export interface Deprecation {
  /** Such as `Type.field`, `Type.field(argument:)` or `Enum.VALUE`. */
  coordinate: string
  /** What to do instead. */
  reason: string
}

/** A deprecation with the operations that still use it. */
export interface UsedDeprecation<Operation> extends Deprecation {
  usedBy: Operation[]
}

/** All that a schema says should no longer be used, in the order of the schema. */
export function deprecationsIn(schema: GraphQLSchema): Deprecation[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    members(type).flatMap(({ coordinate, deprecationReason: reason }) =>
      typeof reason === 'string' ? [{ coordinate, reason }] : [],
    ),
  )
}

/** Which operations use what should no longer be used. */
export function usedDeprecations<Operation extends Pick<KnownOperation, 'text'>>(
  schema: GraphQLSchema,
  operations: readonly Operation[],
): UsedDeprecation<Operation>[] {
  const deprecations = deprecationsIn(schema)
  if (!deprecations.length) return []
  const read = operations.map((operation) => ({ operation, used: coordinatesIn(schema, parse(operation.text)) }))
  return deprecations.map((deprecation) => ({
    ...deprecation,
    usedBy: read.filter(({ used }) => used.has(deprecation.coordinate)).map(({ operation }) => operation),
  }))
}

interface Member {
  coordinate: string
  deprecationReason?: string | null
}

function members(type: GraphQLNamedType): Member[] {
  if (isEnumType(type)) return type.getValues().map((value) => ({ ...value, coordinate: `${type.name}.${value.name}` }))
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({ ...field, coordinate: `${type.name}.${field.name}` }))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`
    const inArguments = field.args.map((arg) => ({ ...arg, coordinate: `${coordinate}(${arg.name}:)` }))
    return [{ ...field, coordinate }, ...inArguments]
  })
}
