import { readFileSync } from 'node:fs'
import { Supergraph } from '@apollo/federation-internals'
import { accessRulesIn, withoutSecurityLinks } from './supergraph-access.js'

const supergraph = readFileSync('schema/supergraph.graphql', 'utf8')

test('@apollo/gateway refuses the supergraph as composed, and takes it without the links for security', () => {
  expect(() => Supergraph.build(supergraph)).toThrow('is for: SECURITY but is unsupported')
  expect(() => Supergraph.build(withoutSecurityLinks(supergraph))).not.toThrow()
  expect(withoutSecurityLinks(supergraph)).toContain('specs.apollo.dev/inaccessible/v0.2", for: SECURITY')
})

test('every rule that stands in the supergraph is in the table', () => {
  const rules = accessRulesIn(supergraph)
  expect(rules.get('Query.batches')).toEqual({
    isAuthenticated: false,
    scopes: [['credit:read']],
    policies: [['PROVIDER_REPORTER'], ['OPERATOR']],
  })
  expect(rules.get('Learner')).toMatchObject({ isAuthenticated: true })
  expect(rules.has('Query.searchActivities')).toBe(false)
})

test.each([
  ['on an enum', 'type Query { a: Int @authenticated } enum Kind @authenticated { A }'],
  ['on a scalar', 'scalar Secret @policy(policies: [["A"]])'],
  ['without what it asks for', 'type Query { a: Int @policy(policies: []) }'],
])('a rule %s, which would not be enforced, keeps the gateway from starting', (_, sdl) => {
  expect(() => accessRulesIn(sdl)).toThrow(/has \d rules of access, and \d of them would be enforced/)
})

test('what a description says of a rule is no rule', () => {
  expect(accessRulesIn('type Query { "As @authenticated does." a: Int }').size).toBe(0)
})
