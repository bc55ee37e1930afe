import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { badInput } from '../../subgraphs/shared/errors.js'

/** The variables of an operation with their types, in their order. */
export function variableTypes(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Map<string, GraphQLInputType> {
  return new Map(
    variableDefinitions.flatMap(({ variable, type }) => {
      const known = typeFromAST(schema, type) as GraphQLInputType | undefined
      return known ? [[variable.name.value, known] as const] : []
    }),
  )
}

/**
 * The variables that stand in an address: texts as they are, numbers and true or false as such, lists by repeating the name, and
 * objects as JSON. Throws BAD_USER_INPUT for a name that the operation does not have, or a value of another kind.
 */
export function readSearch(
  types: ReadonlyMap<string, GraphQLInputType>,
  search: URLSearchParams,
): Record<string, unknown> {
  const variables: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const type = types.get(name)
    if (!type) throw unknownName(name, types)
    const values = search.getAll(name)
    const bare = isNonNullType(type) ? type.ofType : type
    if (isListType(bare)) variables[name] = values.map((value) => valueFrom(bare.ofType, value, name))
    else if (values.length > 1) throw badInput(`${name} stands in the address ${values.length} times.`)
    else variables[name] = valueFrom(bare, values[0] ?? '', name)
  }
  return variables
}

/** The variables of a body. Throws BAD_USER_INPUT for a name that the operation does not have. */
export function readBody(types: ReadonlyMap<string, GraphQLInputType>, body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badInput('Send the variables of the operation as one JSON object.')
  for (const name of Object.keys(body)) if (!types.has(name)) throw unknownName(name, types)
  return { ...body }
}

const numbers = ['Int', 'Float', 'Amount']

function valueFrom(type: GraphQLInputType, text: string, name: string): unknown {
  const bare = isNonNullType(type) ? type.ofType : type
  if (isListType(bare) || isInputObjectType(bare)) return json(text, name)
  if (!isScalarType(bare)) return text
  if (bare.name === 'Boolean') return truth(text, name)
  if (!numbers.includes(bare.name)) return text
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(number)) throw badInput(`${name} has to be a number, not “${text.slice(0, 40)}”.`)
  return number
}

function truth(text: string, name: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  throw badInput(`${name} has to be true or false, not “${text.slice(0, 40)}”.`)
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badInput(`${name} has to be JSON, such as {"…": "…"}.`)
  }
}

const unknownName = (name: string, types: ReadonlyMap<string, unknown>) =>
  badInput(`The operation has no variable ${name.slice(0, 80)}.`, {
    hint: types.size ? `It has ${[...types.keys()].join(', ')}.` : 'It has none.',
  })
