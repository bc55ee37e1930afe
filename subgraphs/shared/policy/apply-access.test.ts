import { parse, print } from 'graphql'
import { type AccessRule, type AccessTable, directivesOf, everybody, ruleOf } from './access-rule.js'
import { applyAccess } from './apply-access.js'

const sdl = parse(`
  type Query { open: Int own: Book facts: Int @inaccessible }
  type Mutation { write(title: String): Book }
  type Book @key(fields: "id") { id: ID title: String secret: String }`)

const reader: AccessRule = { isAuthenticated: false, scopes: [['read']], policies: [['WRITER'], ['EDITOR', 'ADULT']] }
const signedIn: AccessRule = { isAuthenticated: true, scopes: [], policies: [] }
const whole: AccessTable = { 'Query.open': everybody, 'Query.own': reader, 'Mutation.write': signedIn }

test('rules stand in the SDL as directives, on fields and on types', () => {
  const printed = print(applyAccess(sdl, { ...whole, Book: signedIn, 'Book.secret': reader }))
  const policy = '@requiresScopes(scopes: [["read"]]) @policy(policies: [["WRITER"], ["EDITOR", "ADULT"]])'
  for (const line of [
    '  open: Int\n',
    `  own: Book ${policy}\n`,
    '  facts: Int @inaccessible\n',
    '  write(title: String): Book @authenticated\n',
    'type Book @key(fields: "id") @authenticated {',
    `  secret: String ${policy}\n`,
  ])
    expect(printed).toContain(line)
})

test.each<[string, AccessTable, string]>([
  ['a query that is left out', { 'Query.open': everybody, 'Mutation.write': signedIn }, 'for whom Query.own is'],
  ['a mutation that is left out', { 'Query.open': everybody, 'Query.own': reader }, 'for whom Mutation.write is'],
  ['a row about no field', { ...whole, 'Query.gone': reader }, 'rows about nothing: Query.gone'],
  ['a row about no type', { ...whole, Shelf: reader }, 'rows about nothing: Shelf'],
])('%s is refused when the schema is built', (_, table, sentence) => {
  expect(() => applyAccess(sdl, table)).toThrow(sentence)
})

test.each<[string, AccessRule]>([
  ['signed in', signedIn],
  ['scopes and policies', reader],
  ['all of them', { ...reader, isAuthenticated: true }],
])('a rule of %s reads as it was written', (_, rule) => {
  expect(ruleOf({ directives: directivesOf(rule) })).toEqual(rule)
})

test('other directives are no rule', () => {
  expect(ruleOf({})).toBeUndefined()
})
