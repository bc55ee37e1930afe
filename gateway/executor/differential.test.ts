import { readFileSync } from 'node:fs'
import { buildSchema, type DefinitionNode, type GraphQLSchema, Kind, OperationTypeNode, parse, validate } from 'graphql'
import { Chance } from './testing/chance.js'
import type { Trouble } from './testing/fake-subgraph.js'
import { OperationGenerator } from './testing/generate-operation.js'
import { startTwoGateways, type TwoGateways } from './testing/two-gateways.js'
import { valuesFor } from './testing/values-for.js'

let gateways: TwoGateways
let schema: GraphQLSchema
beforeAll(async () => {
  schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
  gateways = await startTwoGateways()
}, 60_000)
afterAll(() => gateways.stop())

const smooth: Trouble = { nulls: 0.1, holes: 0, errors: 0, nonsense: 0, outages: 0 }
const troubles: Readonly<Record<string, Trouble>> = {
  'that answer': smooth,
  'whose fields fail': { nulls: 0.2, holes: 0.1, errors: 0.1, nonsense: 0, outages: 0 },
  'some of which do not answer': { nulls: 0.1, holes: 0.02, errors: 0.02, nonsense: 0, outages: 0.3 },
  'that send what does not fit': { nulls: 0.1, holes: 0.02, errors: 0.01, nonsense: 0.05, outages: 0 },
}

/** Fails with the operation where the two answers differ. */
async function expectTheSame(query: string, variables: Record<string, unknown>): Promise<void> {
  const { stock, compiled, quick } = await gateways.ask({ query, variables })
  for (const { text, status, fetches } of [compiled, quick]) {
    if (text !== stock.text || status !== stock.status)
      expect({ query, variables, text, status }).toEqual({ query, variables, text: stock.text, status: stock.status })
    expect(fetches).toBeLessThanOrEqual(stock.fetches)
  }
}

const isSubscription = (definition: DefinitionNode) =>
  definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION

test.each(Object.entries(troubles))(
  'every registered operation is answered byte for byte as by the stock executor, by subgraphs %s',
  async (_, trouble) => {
    gateways.troubled(trouble)
    const registered = Object.values<string>(
      JSON.parse(readFileSync('clients/graphql/persisted-documents.json', 'utf8')),
    ).filter((text) => !parse(text).definitions.some(isSubscription))
    expect(registered.length).toBeGreaterThan(50)
    const before = { ...gateways.counts }
    for (const query of registered) {
      for (let round = 0; round < 3; round += 1) {
        await expectTheSame(query, valuesFor(schema, query, new Chance(`${round} ${query}`)))
      }
    }
    // None of them is left to the stock executor.
    const { compiled, spliced, stock } = gateways.counts
    expect([compiled, stock]).toEqual([before.compiled + registered.length * 6, before.stock])
    // What fits is put together from what the subgraphs have written.
    if (trouble === smooth) expect(spliced - before.spliced).toBe(registered.length * 3)
    else expect(spliced).toBeGreaterThan(before.spliced)
  },
  120_000,
)

test('so is whatever else may be asked, two thousand times', async () => {
  const generator = new OperationGenerator(schema, new Chance('operations'))
  for (let made = 0; made < operations; ) {
    const { query, variables } = generator.make()
    if (validate(schema, parse(query)).length) continue
    made += 1
    for (const trouble of Object.values(troubles)) {
      gateways.troubled(trouble)
      await expectTheSame(query, variables)
    }
  }
  const { compiled, stock } = gateways.counts
  expect(stock / compiled).toBeLessThan(0.05)
}, 300_000)
const operations = 200
