/** An operation to start from. */
export interface Example {
  title: string
  text: string
  variables: Record<string, unknown>
}

/** What the explorer explains, and where to begin. */
export interface ExploredGraph {
  sdl: string
  examples: Example[]
}

let asked: Promise<ExploredGraph | undefined> | undefined

/** What the viewer may explore, asked for once; undefined for those whose work it is not. */
export function exploredGraph(): Promise<ExploredGraph | undefined> {
  asked ??= readGraph()
  return asked
}

async function readGraph(): Promise<ExploredGraph | undefined> {
  const [schema, examples] = await Promise.all([fetch('/graphiql/schema.graphql'), fetch('/graphiql/examples.json')])
  if (schema.status === 401 || schema.status === 403) return undefined
  if (!schema.ok || !examples.ok) throw new Error('The graph was not answered.')
  return { sdl: await schema.text(), examples: await examples.json() }
}
