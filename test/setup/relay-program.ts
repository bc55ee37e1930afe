import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  getPaginationMetadata,
  getPaginationVariables,
  getSelector,
  Network,
  type ReaderFragment,
  RecordSource,
  Store,
} from 'relay-runtime'
import type { Person } from './person.js'

const require = createRequire(import.meta.url)

/** A program as somebody writes it with Relay: a list that is read page by page, and an activity that is asked for again. */
const source = `
import { graphql } from 'relay-runtime'
graphql\`query programActivitiesQuery { ...program_activities }\`
graphql\`fragment program_activities on Query
  @refetchable(queryName: "programActivitiesPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
  activities(first: $count, after: $cursor) @connection(key: "program_activities") {
    edges { node { id ...program_activity } }
  }
}\`
graphql\`fragment program_activity on Activity @refetchable(queryName: "programActivityQuery") { title status }\``

interface List {
  activities: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
}

/** What Relay’s compiler has made of the program, run by Relay’s own runtime. */
export interface RelayProgram {
  /** The texts of its operations by their hashes, as the compiler writes them. */
  persisted: string
  /** Reads the first page into the store. */
  begins(): Promise<void>
  /** Reads the page after those in the store. */
  goesOn(): Promise<void>
  /** The ids of the activities in the store, in their order, and whether there are more. */
  list(): { ids: string[]; hasNext: boolean }
  /** What an activity is called and how it stands, asked for again by its id alone; null where there is none. */
  asksAgain(id: string): Promise<unknown>
}

/** Compiles the program against our schema, and runs it for somebody by the hashes of its operations. */
export async function relayProgram(who: Person): Promise<RelayProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-relay-'))
  try {
    await compile(folder)
    const artifact = <T>(name: string): T => require(join(folder, 'artifacts', `${name}.graphql.js`))
    const persisted = await readFile(join(folder, 'persisted.json'), 'utf8')
    return run(who, persisted, {
      query: artifact('programActivitiesQuery'),
      list: artifact('program_activities'),
      one: artifact('programActivityQuery'),
      activity: artifact('program_activity'),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function compile(folder: string): Promise<void> {
  await Promise.all(['src', 'artifacts'].map((name) => mkdir(join(folder, name))))
  await writeFile(join(folder, 'src', 'program.js'), source)
  await writeFile(join(folder, 'persisted.json'), '{}')
  await writeFile(join(folder, 'schema.graphql'), await readFile(resolve('schema/api.graphql')))
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'javascript',
    artifactDirectory: './artifacts',
    eagerEsModules: false,
    persistConfig: { file: './persisted.json', algorithm: 'SHA256' },
  }
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config))
  await promisify(execFile)(require('relay-compiler'), ['relay.config.json'], { cwd: folder })
}

interface Artifacts {
  query: ConcreteRequest
  list: ReaderFragment
  one: ConcreteRequest
  activity: ReaderFragment
}

function run(who: Person, persisted: string, { query, list, one, activity }: Artifacts): RelayProgram {
  const network = Network.create(async ({ id }, variables) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ doc_id: id, variables }),
    }
    return (await (await who.fetches('/graphql', init)).json()) as GraphQLResponse
  })
  const environment = new Environment({ network, store: new Store(new RecordSource()) })
  const fetched = (request: ConcreteRequest, variables: object) =>
    fetchQuery(environment, request, { ...variables }).toPromise()
  const read = (fragment: ReaderFragment, reference: unknown): unknown => {
    const selector = getSelector(fragment, reference)
    if (selector?.kind !== 'SingularReaderSelector') throw new Error('The program has read nothing.')
    return environment.lookup(selector).data
  }
  let root: unknown
  const readList = () => read(list, root) as List
  const { paginationRequest, paginationMetadata } = getPaginationMetadata(list, 'program')
  return {
    persisted,
    begins: async () => {
      root = await fetched(query, {})
      environment.retain(createOperationDescriptor(query, {}))
    },
    goesOn: async () => {
      const { endCursor } = readList().activities.pageInfo
      await fetched(paginationRequest, getPaginationVariables('forward', 2, endCursor, {}, {}, paginationMetadata))
    },
    list: () => {
      const { edges, pageInfo } = readList().activities
      return { ids: edges.map(({ node }) => node.id), hasNext: pageInfo.hasNextPage }
    },
    asksAgain: async (id) => {
      const { node } = (await fetched(one, { id })) as { node: unknown }
      return node && read(activity, node)
    },
  }
}
