import { buildSchema } from 'graphql'
import { createLog } from '../../subgraphs/shared/log.js'
import type { Graph } from '../graph/graph-server.js'
import { brokenOperations, type KnownOperation } from '../schema-change/broken-operations.js'
import { ServedGraph } from './served-graph.js'
import { SupergraphReload } from './supergraph-reload.js'

const [first, second] = ['type Query { a: Int old: Int }', 'type Query { a: Int b: Int }']

/** A graph that only keeps account of what it is told. */
function fakeGraph(sdl: string, events: string[]): Graph {
  const prepared: string[] = []
  const fake = {
    schema: buildSchema(sdl),
    quick: async () => sdl,
    server: { stop: async () => void events.push(`stop ${sdl}`) },
    executor: {
      texts: () => prepared,
      prepare: (text: string) => {
        prepared.push(text)
        events.push(`compile ${text}`)
      },
    },
  }
  return fake as unknown as Graph
}

function reloading(registered: KnownOperation[] = []) {
  const events: string[] = []
  const start = fakeGraph(first, [])
  for (const text of ['{ a }', '{ old }']) start.executor.prepare(text)
  const served = new ServedGraph(start)
  const reload = new SupergraphReload(
    {
      served,
      build: async (sdl) => {
        events.push(`build ${sdl}`)
        return fakeGraph(sdl, events)
      },
      brokenBy: async (schema) => brokenOperations(schema, registered),
      textsToWarm: async () => ['{ most: a }', '{ less: a }'],
      log: createLog('test', 'silent'),
    },
    first,
  )
  return {
    events,
    served,
    reload,
    answers: () => served.quick({ query: '', operationName: '', variables: {} }, context),
  }
}

const context = { claims: undefined, requestId: '1' }
const needsOld = (): KnownOperation[] => [{ partner: 'pat', name: 'Old', text: 'query Old { old }' }]

test('what is in use is compiled before a graph takes over, most of all what was asked for last', async () => {
  const { events, reload, answers } = reloading()
  await reload.offer(second)
  expect(events).toEqual([`build ${second}`, 'compile { less: a }', 'compile { most: a }', 'compile { a }'])
  expect(await answers()).toBe(second)
})

test('the same text is not built again', async () => {
  const { events, reload } = reloading()
  await reload.offer(first)
  await reload.offer(second)
  await reload.offer(second)
  expect(events.filter((event) => event.startsWith('build'))).toHaveLength(1)
})

test('a graph that breaks something waits, and takes over once nothing breaks by it', async () => {
  const registered = needsOld()
  const { reload, served, answers } = reloading(registered)
  await reload.offer(second)
  await reload.retry()
  expect([await answers(), served.waiting !== undefined]).toEqual([first, true])
  registered.pop()
  await reload.retry()
  expect([await answers(), served.waiting]).toEqual([second, undefined])
})

test('a graph that waits is let go when the file is what is served again', async () => {
  const { events, reload, served, answers } = reloading(needsOld())
  await reload.offer(second)
  await reload.offer(first)
  expect([await answers(), served.waiting, events.at(-1)]).toEqual([first, undefined, `stop ${second}`])
})

test('the rest of an answer comes from the graph that has begun it', async () => {
  const graphOf = (name: string, onRun = () => {}) => {
    const executeHTTPGraphQLRequest = async () => name
    const quick = async () => onRun()
    return { quick, server: { executeHTTPGraphQLRequest, stop: async () => {} } } as unknown as Graph
  }
  const served = new ServedGraph(graphOf('first', () => served.replaceBy(graphOf('second'))))
  const rest = (of: object) =>
    served.executeHTTPGraphQLRequest({ context: async () => of } as Parameters<
      ServedGraph['executeHTTPGraphQLRequest']
    >[0])
  const begun = { ...context }
  expect(await served.quick({ query: '', operationName: '', variables: {} }, begun)).toBeUndefined()
  expect([await rest(begun), await rest({ ...context })]).toEqual(['first', 'second'])
  await served.stop()
})
