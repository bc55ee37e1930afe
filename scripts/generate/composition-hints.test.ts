import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { checkHints } from './composition-hints.js'

/** What composition hints at where two subgraphs say different things of one type. */
function hintsOf(...sdls: string[]) {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@policy"])'
  const services = sdls.map((sdl, index) => ({ name: `s${index}`, url: 'http://x', typeDefs: parse(`${link} ${sdl}`) }))
  return composeServices(services).hints ?? []
}

const node = (type: string, policy: string) =>
  `interface Node { id: ID! } type Query { ${type}: ${type} } type ${type} implements Node @policy(policies: [["${policy}"]]) { id: ID! }`
const explained = () => hintsOf(node('A', 'ONE'), node('B', 'TWO'))

test('a hint that is explained stops nobody', () => {
  expect(explained()).toHaveLength(1)
  expect(() => checkHints(explained())).not.toThrow()
})

test('any other hint does', () => {
  const nullable = hintsOf('type Query { a: Int @shareable }', 'type Query { a: Int! @shareable }')
  expect(nullable).toHaveLength(1)
  expect(() => checkHints([...explained(), ...nullable])).toThrow(/Repair or explain the hint .*INCONSISTENT/)
})

test('an explanation goes with its hint', () => {
  expect(() => checkHints([])).toThrow('Remove the explanation of MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS')
})
