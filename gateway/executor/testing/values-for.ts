import { type GraphQLSchema, isInputType, Kind, parse, typeFromAST } from 'graphql'
import type { Chance } from './chance.js'
import { valueFor } from './generate-operation.js'

/** Values for the variables of an operation, nullable ones not always. */
export function valuesFor(schema: GraphQLSchema, query: string, chance: Chance): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const definition of parse(query).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const { variable, type: node } of definition.variableDefinitions ?? []) {
      const type = typeFromAST(schema, node)
      if (!type || !isInputType(type)) throw new Error(`${variable.name.value} has no type.`)
      const value = valueFor(type, chance)
      if (value !== null || chance.happens(0.5)) values[variable.name.value] = value
    }
  }
  return values
}
