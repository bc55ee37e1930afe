import { readFileSync } from 'node:fs'
import { buildSchema, getOperationAST, parse } from 'graphql'
import { sharedFieldsIn } from './shared-fields.js'
import { sharingOf } from './sharing.js'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
const supergraph = readFileSync('schema/supergraph.graphql', 'utf8')
const shared = sharedFieldsIn(supergraph)

test('of what our own pages ask, the public search alone is kept for others', () => {
  const own = Object.values<string>(JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8')))
  const kept = own.filter((text) => sharingOf(schema, shared, text) === 'SHARED')
  expect(kept.map((text) => getOperationAST(parse(text))?.name?.value).sort()).toEqual([
    'FindActivities',
    'SuggestActivities',
  ])
})

test.each(['createdBy', 'updatedBy', 'physicianLearners', 'commercialSupport', 'verbs', 'issues', 'status', 'version'])(
  'an activity’s %s is not the same for everybody, or nobody’s business',
  (field) => {
    expect(shared.has('Activity.title')).toBe(true)
    expect(shared.has(`Activity.${field}`)).toBe(false)
  },
)

test('what is guarded is never the same for everybody, however it is marked', () => {
  const sdl = `directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT
    directive @authenticated on FIELD_DEFINITION | OBJECT
    type Query {
      open: Int @tag(name: "same-for-everybody")
      other: Int @tag(name: "other")
      guarded: Int @tag(name: "same-for-everybody") @authenticated
    }
    type Guarded @authenticated { inside: Int @tag(name: "same-for-everybody") }`
  expect([...sharedFieldsIn(sdl)]).toEqual(['Query.open'])
})
