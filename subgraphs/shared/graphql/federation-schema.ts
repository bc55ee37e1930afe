import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { assertObjectType, type GraphQLSchema, parse } from 'graphql'
import { type BuildSchemaOptions, buildSchema, createResolversMap } from 'type-graphql'
import { badRequest } from '../errors.js'

const federationLink = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag"]
)\n\n`

/** Finds the entity that a reference stands for, or null when the viewer may not see it. */
export type ReferenceResolver<C> = (reference: Record<string, string>, context: C) => Promise<object | null>

export interface SubgraphDefinition<C> {
  resolvers: BuildSchemaOptions['resolvers']
  /** How references to the entities of this subgraph are resolved, by type name. */
  references: Record<string, ReferenceResolver<C>>
  /** Types that no field of this subgraph returns. */
  orphanedTypes?: BuildSchemaOptions['orphanedTypes']
}

/** The SDL of a subgraph, with its federation directives, as it is composed and committed. */
export async function printSubgraph<C>(definition: SubgraphDefinition<C>): Promise<string> {
  const { sdl } = await build(definition)
  return sdl
}

/** The executable schema of a subgraph. */
export async function buildFederatedSchema<C>(definition: SubgraphDefinition<C>): Promise<GraphQLSchema> {
  const { sdl, resolvers } = await build(definition)
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as GraphQLResolverMap<C> }])
  for (const [name, resolve] of Object.entries(definition.references)) {
    const type = assertObjectType(schema.getType(name))
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference: resolve } } }
  }
  return schema
}

/** What is subscribed to is followed at the gateway, which asks for each event by itself. */
const notHere = () => {
  throw badRequest('Subscribe at the gateway.')
}

async function build<C>(definition: SubgraphDefinition<C>) {
  const schema = await buildSchema({
    resolvers: definition.resolvers,
    orphanedTypes: definition.orphanedTypes ?? [],
    skipCheck: true,
    validate: false,
    pubSub: { publish: notHere, subscribe: notHere },
  })
  return { sdl: `${federationLink}${printSchemaWithDirectives(schema)}\n`, resolvers: createResolversMap(schema) }
}
