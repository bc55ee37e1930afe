import { type FieldNode, Kind, parse } from 'graphql'
import { asksOnlyFor } from './asks-only-for.js'

const fieldIn = (text: string): FieldNode => {
  const [operation] = parse(text).definitions
  const [field] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : []
  if (field?.kind !== Kind.FIELD) throw new Error('There is no field.')
  return field
}

test.each([
  ['{ record { id } }', true],
  ['{ record { id __typename again: id } }', true],
  ['{ record { id day } }', false],
  ['{ record { id: day } }', false],
  ['{ record { id ... on Record { day } } }', false],
  ['{ record { ...All } } fragment All on Record { id }', false],
  ['{ record }', false],
])('%s asks for nothing but an id: %s', (text, expected) => {
  expect(asksOnlyFor({ fieldNodes: [fieldIn(text)] }, ['id', '__typename'])).toBe(expected)
})

test('a field that stands twice is asked for what both ask for', () => {
  const fieldNodes = [fieldIn('{ record { id } }'), fieldIn('{ record { day } }')]
  expect(asksOnlyFor({ fieldNodes }, ['id'])).toBe(false)
})
