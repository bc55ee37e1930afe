import { buildSchema, getOperationAST, parse, validate } from 'graphql'
import type { ViewerClaims, ViewerRole } from '../../subgraphs/reference/viewer.js'
import { asksOnlyForSchema } from './exploration.js'
import { OperationAccess } from './operation-access.js'
import { accessRulesIn } from './supergraph-access.js'

const sdl = `
  directive @authenticated on FIELD_DEFINITION | OBJECT
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  interface Node { id: ID! }
  union Any = Book | Paper
  type Query {
    open: Int
    viewer: Book
    any: Any
    node: Node
    book: Book
    paper: Paper
    own: Int @authenticated
    told: Int @requiresScopes(scopes: [["credit:read"]])
    boards: Int @policy(policies: [["LICENSING_BOARD"], ["CERTIFYING_BOARD"]])
  }
  type Book implements Node @policy(policies: [["OPERATOR"]]) { id: ID! title: String }
  type Paper implements Node { id: ID! secret: Int @policy(policies: [["PHYSICIAN"]]) about: Book }`
const schema = buildSchema(sdl)

const person = (role: ViewerRole, scopes?: string[]): ViewerClaims => ({
  accountId: role,
  displayName: role,
  role,
  ...(scopes && { scopes }),
})

function codeFor(access: OperationAccess, text: string, claims: ViewerClaims | undefined): string {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document)
  if (!operation) throw new Error('There is no operation.')
  const refusal = access.refusal({ schema, document, operation }, claims)
  return refusal ? `${refusal.extensions.code} at ${refusal.path?.join('.')}` : 'runs'
}

const production = new OperationAccess(accessRulesIn(sdl), false)

test.each<[string, string, ViewerClaims | undefined, string]>([
  ['everybody asks for what has no rule', '{ open }', undefined, 'runs'],
  ['nobody asks for more', '{ open own }', undefined, 'UNAUTHENTICATED at own'],
  ['whoever is signed in does', '{ open own }', person('PARTNER'), 'runs'],
  ['a role that may', '{ boards }', person('LICENSING_BOARD'), 'runs'],
  ['another role that may', '{ boards }', person('CERTIFYING_BOARD'), 'runs'],
  ['a role that may not', '{ boards }', person('OPERATOR'), 'FORBIDDEN at boards'],
  ['nobody, of a role', '{ boards }', undefined, 'UNAUTHENTICATED at boards'],
  ['an alias is no other field', '{ open: boards }', person('PHYSICIAN'), 'FORBIDDEN at open'],
  ['a rule of a type', '{ book { title } }', person('PARTNER'), 'FORBIDDEN at book'],
  ['a rule of a type below', '{ paper { about { id } } }', person('PARTNER'), 'FORBIDDEN at paper.about'],
  [
    'a rule in a fragment',
    '{ ...f } fragment f on Query { p: paper { secret } }',
    person('PARTNER'),
    'FORBIDDEN at p.secret',
  ],
  ['a rule behind a union', '{ any { ... on Book { title } } }', person('PARTNER'), 'FORBIDDEN at any'],
  ['a rule behind an interface', '{ node { id ... on Book { title } } }', person('PARTNER'), 'FORBIDDEN at node'],
  ['other types behind an interface', '{ node { id ... on Paper { id } } }', person('PARTNER'), 'runs'],
  [
    'a rule that is left out by a variable',
    'query ($a: Boolean!) { open own @skip(if: $a) }',
    undefined,
    'UNAUTHENTICATED at own',
  ],
  ['a person has every scope of the role', '{ told }', person('PROVIDER_REPORTER'), 'runs'],
  ['a key has what it was made for', '{ told }', person('PROVIDER_REPORTER', ['credit:read']), 'runs'],
  ['a key for something else', '{ told }', person('PROVIDER_REPORTER', ['program:read']), 'FORBIDDEN at told'],
  ['the schema, in production', '{ __schema { types { name } } }', person('PARTNER'), 'runs'],
  [
    'the schema, for whoever does not explore',
    '{ __type(name: "Book") { name } }',
    person('PHYSICIAN'),
    'FORBIDDEN at undefined',
  ],
  [
    'the schema, for nobody',
    '{ ...f } fragment f on Query { s: __schema { types { name } } }',
    undefined,
    'UNAUTHENTICATED at undefined',
  ],
  ['the name of a type', '{ __typename }', undefined, 'runs'],
  ['nobody’s viewer, which is null', '{ viewer { title } }', undefined, 'runs'],
  ['what stands beside it', '{ viewer { title } book { title } }', undefined, 'UNAUTHENTICATED at book'],
  ['somebody’s viewer', '{ viewer { title } }', person('PARTNER'), 'FORBIDDEN at viewer'],
])('%s', (_, text, claims, outcome) => {
  expect(codeFor(production, text, claims)).toBe(outcome)
})

test('where developers work everybody sees the schema, and no more than that', () => {
  const development = new OperationAccess(accessRulesIn(sdl), true)
  expect(codeFor(development, '{ __schema { types { name } } }', undefined)).toBe('runs')
  expect(codeFor(development, '{ own }', undefined)).toBe('UNAUTHENTICATED at own')
})

test('an operation that is known is held against everybody anew', () => {
  const document = parse('{ boards }')
  const operation = getOperationAST(document)
  if (!operation) throw new Error('There is no operation.')
  const codes = [person('LICENSING_BOARD'), undefined, person('PHYSICIAN'), person('LICENSING_BOARD')].map(
    (claims) => production.refusal({ schema, document, operation }, claims)?.extensions.code,
  )
  expect(codes).toEqual([undefined, 'UNAUTHENTICATED', 'FORBIDDEN', undefined])
})

test.each([
  ['{ __schema { types { name } } }', true],
  ['query A { __typename __type(name: "Book") { name } }', true],
  ['{ ...f } fragment f on Query { __schema { types { name } } }', true],
  ['{ __typename }', true],
  ['{ __schema { types { name } } open }', false],
  ['{ ...f __schema { types { name } } } fragment f on Query { open }', false],
  ['query A { __schema { types { name } } } query B { open }', false],
  ['fragment f on Query { __schema { types { name } } }', false],
  ['{ ...f } fragment f on Query { ...f }', false],
  ['no GraphQL', false],
])('%s asks for the schema alone: %s', (text, isOnly) => {
  expect(asksOnlyForSchema(text)).toBe(isOnly)
})
