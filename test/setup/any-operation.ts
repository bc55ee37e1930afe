import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'

const ofScalar: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Amount: '1',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
}

/** The shortest valid operation that asks for one field of a root, with some value for whatever it has to be told. */
export function operationFor(root: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${someValue(type)}`)
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
  return `${root} { ${field.name}${given.length ? `(${given.join(', ')})` : ''}${selection} }`
}

function someValue(given: GraphQLInputType): string {
  const type = getNullableType(given)
  if (isListType(type)) return '[]'
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null'
  if (!isInputObjectType(type)) return ofScalar[getNamedType(type).name] ?? '"1"'
  const fields = Object.values(type.getFields()).filter(isRequiredInputField)
  return `{ ${fields.map((field) => `${field.name}: ${someValue(field.type)}`).join(', ')} }`
}
