import { getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { type ViewerRole, viewerRoles } from '../../subgraphs/reference/viewer.js'
import { readApiSchema } from '../graph/read-api-schema.js'
import { judgeOperation } from '../operation/judge-operation.js'
import { examples, examplesFor } from './examples.js'

const schema = readApiSchema()

test.each(examples.map((example) => [example.title, example] as const))(
  '“%s” can be registered as it is',
  (_, example) => {
    expect(validate(schema, parse(example.text))).toEqual([])
    expect(judgeOperation(schema, { text: example.text }).problems).toEqual([])
  },
)

test.each(examples.map((example) => [example.title, example] as const))('“%s” takes its variables', (_, example) => {
  const definitions = getOperationAST(parse(example.text))?.variableDefinitions ?? []
  const { errors } = getVariableValues(schema, definitions, example.variables)
  expect(errors).toBeUndefined()
  expect(definitions.map(({ variable }) => variable.name.value)).toEqual(
    expect.arrayContaining(Object.keys(example.variables)),
  )
})

test.each(viewerRoles)('%s has an example of its own work, but for partners, who have those of everybody', (role) => {
  const own = examplesFor(role).filter(({ roles }) => roles)
  expect(own.length > 0).toBe(role !== ('PARTNER' satisfies ViewerRole))
  expect(examplesFor(role).length).toBeGreaterThan(own.length)
})
