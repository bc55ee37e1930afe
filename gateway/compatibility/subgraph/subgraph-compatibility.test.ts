import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { jest } from '@jest/globals'
import { type CompatibilityGraph, startCompatibilityGraph } from './supergraph.js'

/**
 * Apollo’s own tests of what a subgraph has to do, as they come from npm. Only their client is ours: theirs asks at ports that
 * are written into it, and several runs may share a machine.
 */
const require = createRequire(import.meta.url)
const suite = join(dirname(require.resolve('@apollo/federation-subgraph-compatibility-tests/package.json')), 'dist')

let graph: CompatibilityGraph
beforeAll(async () => {
  graph = await startCompatibilityGraph()
})
afterAll(() => graph.stop())

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return response.json()
}

jest.doMock(join(suite, 'utils', 'client.js'), () => ({
  productsRequest: (body: object, headers?: Record<string, string>) => post(graph.productsUrl, body, headers),
  routerRequest: (body: object, headers?: Record<string, string>) => post(graph.routerUrl, body, headers),
}))

const files = readdirSync(join(suite, 'tests')).filter((name) => name.endsWith('.test.js'))
test('all suites are there', () => expect(files).toHaveLength(12))

for (const file of files) describe(file.replace('.test.js', ''), () => void require(join(suite, 'tests', file)))

test('what went through the gateway was compiled, but for the interface object, which is left to the executor as it came', () => {
  expect(graph.counts).toMatchObject({ compiled: 3, stock: 1 })
})
