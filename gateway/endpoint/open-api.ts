import { type GraphQLInputType, type GraphQLSchema, isListType, isNonNullType, Kind, parse } from 'graphql'
import type { RegisteredOperation } from '../operation/registered-operation.js'
import { AnswerSchema, inputObjects, inputSchema, type JsonSchema } from './json-schema.js'
import { variableTypes } from './read-variables.js'

/** A document of OpenAPI 3.1 about everything that an account has registered. */
export function openApiOf(
  schema: GraphQLSchema,
  operations: readonly RegisteredOperation[],
  owner: string,
): JsonSchema {
  const described = operations.map((operation) => describe(schema, operation))
  return {
    openapi: '3.1.0',
    info: {
      title: `Operations of ${owner}`,
      version: String(operations.reduce((sum, { version }) => sum + version, 0)),
      description: 'Each operation is a registered GraphQL operation; its answer is exactly what it selects.',
    },
    security: [{ key: [] }],
    paths: Object.fromEntries(described.map(({ path, methods }) => [path, methods])),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key or an access token.' } },
      responses: { Problem: problemResponse },
      schemas: { Problem: problemSchema, ...inputObjects(described.flatMap(({ types }) => [...types.values()])) },
    },
  }
}

function describe(schema: GraphQLSchema, { name, text, kind, version, deprecatedAt, cost }: RegisteredOperation) {
  const { definitions } = parse(text, { noLocation: true })
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const root = operation && schema.getRootType(operation.operation)
  if (!operation || !root) throw new Error(`${name} is registered without its operation.`)
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const answers = new AnswerSchema(schema, new Map(fragments.map((fragment) => [fragment.name.value, fragment])))
  const types = variableTypes(schema, operation)
  const withDefault = new Set(
    (operation.variableDefinitions ?? [])
      .filter(({ defaultValue }) => defaultValue)
      .map(({ variable }) => variable.name.value),
  )
  const isRequired = (variable: string, type: GraphQLInputType) => isNonNullType(type) && !withDefault.has(variable)
  const common = {
    summary: `${name}, version ${version}`,
    description: `Brings back at most ${cost} objects.`,
    ...(deprecatedAt && { deprecated: true }),
    responses: {
      200: {
        description: 'What the operation selects.',
        content: { 'application/json': { schema: answers.of(operation.selectionSet, root) } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
  const variables = [...types]
  const post = {
    ...common,
    operationId: name,
    requestBody: {
      required: variables.some(([variable, type]) => isRequired(variable, type)),
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: Object.fromEntries(variables.map(([variable, type]) => [variable, inputSchema(type)])),
            required: variables.filter(([variable, type]) => isRequired(variable, type)).map(([variable]) => variable),
            additionalProperties: false,
          },
        },
      },
    },
  }
  const get = {
    ...common,
    operationId: `get${name}`,
    parameters: variables.map(([variable, type]) => parameter(variable, type, isRequired(variable, type))),
  }
  return { path: `/api/${name}`, methods: kind === 'QUERY' ? { get, post } : { post }, types }
}

/** A list is its name repeated, an object is JSON. */
function parameter(name: string, type: GraphQLInputType, required: boolean): JsonSchema {
  const schema = inputSchema(type)
  const bare = isNonNullType(type) ? type.ofType : type
  if ('$ref' in schema) return { name, in: 'query', required, content: { 'application/json': { schema } } }
  return { name, in: 'query', required, schema, ...(isListType(bare) && { style: 'form', explode: true }) }
}

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'Details of a problem (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the problem is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, and what to do.' },
    code: { type: 'string', description: 'The same problem in the errors of GraphQL.' },
    hint: { type: 'string', description: 'What you can do about it.' },
    requestId: { type: 'string', description: 'What to tell support, where the fault is ours.' },
    errors: { type: 'array', items: { type: 'object' }, description: 'Everything that went wrong, with its place.' },
    data: { description: 'What could be answered in spite of it.' },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
}

const problemResponse: JsonSchema = {
  description: 'Why there is no answer, or not all of it.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
