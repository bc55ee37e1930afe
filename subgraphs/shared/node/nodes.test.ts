import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, print } from 'graphql'
import { addNodes } from './add-nodes.js'
import { fromGlobalId, toGlobalId } from './global-id.js'
import { asNode } from './node.js'
import { resolveNodes } from './resolve-nodes.js'

const base64 = (text: string) => Buffer.from(text).toString('base64url')

test.each([
  { type: 'Activity', key: '200000001' },
  { type: 'Board', key: 'ME-MD' },
  { type: 'Board', key: 'a:b\nZoë' },
])('the id of %j stands for it, and nothing else', (reference) => {
  expect(fromGlobalId(toGlobalId(reference))).toEqual(reference)
})

test.each([
  '',
  'x',
  '200000001',
  base64('Activity'),
  base64('Activity:'),
  base64(':1'),
  base64('__Type:1'),
  `${base64('Activity:1')}=`,
  Buffer.from([0x41, 0x3a, 0xff]).toString('base64url'),
])('%j is no id', (id) => {
  expect(fromGlobalId(id)).toBeUndefined()
})

const sdl = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Query { book: Book node: Node }
  type Book @key(fields: "isbn") { isbn: ID! title: String }
  type Copy @key(fields: "isbn shelf") { isbn: ID! shelf: ID! }
  type Page { number: Int }
  interface Node { id: ID! }`)

test('each entity with one key becomes a node, and nothing else does', () => {
  const printed = print(addNodes(sdl))
  expect(printed.match(/type \w+ implements Node/g)).toEqual(['type Book implements Node'])
  expect(printed).toMatch(/implements Node @key\(fields: "isbn"\) \{\s+"[^"]+"\s+id: ID! @shareable\s+isbn: ID!/)
  expect(printed.match(/interface Node/g)).toHaveLength(1)
})

test('an entity that has an id of its own is refused', () => {
  expect(() => addNodes(parse('type Book @key(fields: "id") { id: ID! }'))).toThrow('Book has an id of its own')
})

test('the id of an entity is made from its key, wherever the entity comes from', async () => {
  const typeDefs = addNodes(sdl)
  const node = asNode('Book', { isbn: '2' })
  const schema = buildSubgraphSchema([
    { typeDefs, resolvers: { Query: { book: () => ({ isbn: '1' }), node: () => node } } },
  ])
  resolveNodes(schema)
  const document = parse('{ book { id } node { __typename id } }')
  expect(await execute({ schema, document })).toEqual({
    data: {
      book: { id: toGlobalId({ type: 'Book', key: '1' }) },
      node: { __typename: 'Book', id: toGlobalId({ type: 'Book', key: '2' }) },
    },
  })
})
