import type { Schema } from '@apollo/federation-internals'
import type { ApolloGateway } from '@apollo/gateway'
import type { QueryPlanner } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'

/** What a gateway has made of its supergraph. */
export interface GatewayParts {
  /** What callers may ask, as the planner and as graphql-js know it. */
  apiSchema: Schema
  schema: GraphQLSchema
  supergraphSchema: GraphQLSchema
  planner: QueryPlanner
}

/** The same under the names by which the gateway keeps them to itself. */
interface Kept extends Partial<Omit<GatewayParts, 'planner'>> {
  queryPlanner?: QueryPlanner
}

/** The parts of a gateway whose supergraph is loaded; making them a second time takes long. */
export function partsOf(gateway: ApolloGateway): GatewayParts {
  const { apiSchema, schema, supergraphSchema, queryPlanner: planner } = gateway as unknown as Kept
  if (!apiSchema || !schema || !supergraphSchema || !planner) throw new Error('The gateway has no schema yet.')
  return { apiSchema, schema, supergraphSchema, planner }
}
