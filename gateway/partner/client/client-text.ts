import type { GraphQLSchema } from 'graphql'
import { responseTooLarge } from '../../../subgraphs/shared/errors.js'
import type { JsonSchema } from '../../endpoint/json-schema.js'
import { openApiOf } from '../../endpoint/open-api.js'
import type { RegisteredOperation } from '../../operation/registered-operation.js'
import { commentOf, typescriptOf } from './typescript-of.js'

/** Characters of a client; some hundred operations of usual size. */
const maxLength = 4 * 1024 * 1024

type Described = {
  paths: Record<string, { post: { requestBody: Content; responses: { 200: Content } } }>
  components: { schemas: Record<string, JsonSchema> }
}
type Content = {
  content: { 'application/json': { schema: JsonSchema } }
}

/**
 * A client in TypeScript for what an account has registered, without a dependency: a function for each operation that sends its
 * hash, with the types of its variables and of what it selects. Throws RESPONSE_TOO_LARGE.
 */
export function clientText(schema: GraphQLSchema, operations: readonly RegisteredOperation[], owner: string): string {
  const { paths, components } = openApiOf(schema, operations, owner) as Described
  const { Problem: _, ...inputs } = components.schemas
  const schemasOf = ({ name }: RegisteredOperation) => paths[`/api/${name}`]?.post
  const member = (operation: RegisteredOperation, of: JsonSchema | undefined) => {
    const { name, version, cost, deprecatedAt } = operation
    const deprecated = deprecatedAt ? '@deprecated Do not begin to use it.' : undefined
    const comment = commentOf(`Version ${version}; brings back at most ${cost} objects.`, deprecated)
    return `${comment}${JSON.stringify(name)}: ${typescriptOf(of ?? {})}`
  }
  const text = [
    commentOf(
      `Operations of ${owner} at CreditGraph. Made by GET /operations/client.ts; fetch it again instead of editing it.`,
    ),
    'export interface Variables {',
    ...operations.map((each) => member(each, schemasOf(each)?.requestBody.content['application/json'].schema)),
    '}\n\nexport interface Answers {',
    ...operations.map((each) => member(each, schemasOf(each)?.responses[200].content['application/json'].schema)),
    '}\n\nexport interface Inputs {',
    ...Object.entries(inputs).map(([name, input]) => `${JSON.stringify(name)}: ${typescriptOf(input)}`),
    '}\n\nconst hashes: Readonly<Record<keyof Answers, string>> = {',
    ...operations.map(({ name, operationId }) => `${JSON.stringify(name)}: '${operationId}',`),
    '}\n',
    runtime,
  ].join('\n')
  if (text.length > maxLength)
    throw responseTooLarge('A client for so many operations is too large.', { hint: 'Withdraw what nothing uses.' })
  return text
}

/** What every client has: it runs in browsers and in Node, and asks by hash. */
const runtime = `/** Why an operation was not answered as a whole; \`data\` is what could be answered in spite of it. */
export class CreditGraphError extends Error {
  readonly status: number
  readonly errors: ReadonlyArray<{ message: string; extensions?: { code?: string; hint?: string } }>
  readonly data: unknown
  constructor(status: number, errors: CreditGraphError['errors'], data: unknown) {
    super(errors[0]?.message ?? \`CreditGraph answered \${status}.\`)
    this.status = status
    this.errors = errors
    this.data = data
  }
}

type Arguments<Given> = {} extends Given ? [variables?: Given] : [variables: Given]

/** A function for each operation. */
export type Client = { [Name in keyof Answers]: (...given: Arguments<Variables[Name]>) => Promise<Answers[Name]> }

/** A client that asks at an address with a key or a token. */
export function createClient({ url, key }: { url: string; key: string }): Client {
  const run = async (hash: string, variables: object = {}): Promise<unknown> => {
    const response = await fetch(\`\${url}/graphql\`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: \`Bearer \${key}\` },
      body: JSON.stringify({ documentId: \`sha256:\${hash}\`, variables }),
    })
    const answer = await response.json()
    if (!response.ok || answer.errors) throw new CreditGraphError(response.status, answer.errors ?? [], answer.data)
    return answer.data
  }
  const functions = Object.entries(hashes).map(([name, hash]) => [name, (variables?: object) => run(hash, variables)])
  return Object.fromEntries(functions) as Client
}
`
