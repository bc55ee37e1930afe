import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql'
import { inParameterWords } from './parameter-words.js'

const schema = buildSchema('type Query { a(x: Int!, y: [In!], e: E): Int } input In { b: Int! } enum E { A }')
const [operation] = parse('query ($x: Int!, $y: [In!], $e: E) { a(x: $x, y: $y, e: $e) }').definitions
const { variableDefinitions = [] } = operation as OperationDefinitionNode

test.each<[object, string]>([
  [{}, 'x is missing.'],
  [{ x: null }, 'x is missing.'],
  [{ x: 'q' }, 'x does not take "q": Int cannot represent non-integer value: "q"'],
  [{ x: 1, e: 'B' }, 'e does not take "B": Value "B" does not exist in "E" enum. Did you mean the enum value "A"?'],
  [{ x: 1, y: [{}] }, 'y[0] does not take {}: Field "b" of required type "Int!" was not provided.'],
  [{ x: 1, y: [{ b: 'r' }] }, 'y[0].b does not take "r": Int cannot represent non-integer value: "r"'],
])('of %j it is said that %s', (given, said) => {
  const { errors } = getVariableValues(schema, variableDefinitions, { ...given })
  expect(errors?.map(({ message }) => inParameterWords(message))).toEqual([said])
})

test('what is not about a parameter is left as it is', () => {
  expect(inParameterWords('Sign in first.')).toBe('Sign in first.')
})
