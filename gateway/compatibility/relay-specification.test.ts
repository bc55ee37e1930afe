import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'

/** What Relay’s specifications of connections and of object identification ask of a schema. */
const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type))
const isConnection = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.name.endsWith('Connection')
const connections = objects.filter(isConnection)
const typeOf = (type: GraphQLObjectType | undefined, field: string) => String(type?.getFields()[field]?.type)

test('there are lists in pages', () => expect(connections.length).toBeGreaterThan(20))

test.each(connections.map((type) => [type.name, type] as const))('%s has edges and a page', (_, type) => {
  expect(typeOf(type, 'pageInfo')).toBe('PageInfo!')
  const edge = getNamedType(type.getFields().edges?.type)
  expect(typeOf(type, 'edges')).toBe(`[${edge?.name}!]!`)
  if (!isObjectType(edge)) throw new Error(`The edges of ${type.name} are no objects.`)
  expect(typeOf(edge, 'cursor')).toBe('String!')
  expect(isObjectType(getNamedType(edge.getFields().node?.type))).toBe(true)
  expect(typeOf(edge, 'node')).not.toContain('[')
})

test('a page says whether there is more on either side, and where it begins and ends', () => {
  const page = schema.getType('PageInfo')
  if (!isObjectType(page)) throw new Error('There is no PageInfo.')
  expect(Object.keys(page.getFields()).map((name) => `${name}: ${typeOf(page, name)}`)).toEqual(
    expect.arrayContaining([
      'hasNextPage: Boolean!',
      'hasPreviousPage: Boolean!',
      'startCursor: String',
      'endCursor: String',
    ]),
  )
})

const lists: [string, GraphQLField<unknown, unknown>][] = objects.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => isConnection(getNamedType(field.type)))
    .map((field): [string, GraphQLField<unknown, unknown>] => [`${type.name}.${field.name}`, field]),
)

// The specification asks for one direction at least; nothing promises the other, so no list takes half of it.
test.each(lists)('%s is read forward', (_, { args }) => {
  const given = new Map(args.map(({ name, type }) => [name, String(type)]))
  expect([given.get('first'), given.get('after')]).toEqual(['Int!', 'String'])
  expect(given.has('before') || given.has('last')).toBe(false)
})

test('an object is asked for again by its id, alone or with others', () => {
  const fields = schema.getQueryType()?.getFields()
  expect(fields?.node?.args.map(({ name, type }) => `${name}: ${type}`)).toEqual(['id: ID!'])
  expect(String(fields?.node?.type)).toBe('Node')
  expect(fields?.nodes?.args.map(({ name, type }) => `${name}: ${type}`)).toEqual(['ids: [ID!]!'])
  expect(String(fields?.nodes?.type)).toBe('[Node]!')
})

test('every type with an id is a node', () => {
  const withId = objects.filter((type) => type.getFields().id)
  expect(withId.length).toBeGreaterThan(5)
  for (const type of withId) {
    expect(type.getInterfaces().map(({ name }) => name)).toEqual(['Node'])
    expect(typeOf(type, 'id')).toBe('ID!')
  }
})
