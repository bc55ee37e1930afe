import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { assertObjectType, type GraphQLSchema, parse, print } from 'graphql'
import { type BuildSchemaOptions, buildSchema, createResolversMap } from 'type-graphql'
import { badRequest } from '../errors.js'
import { addNodes } from '../node/add-nodes.js'
import { resolveNodes } from '../node/resolve-nodes.js'
import type { AccessTable } from '../policy/access-rule.js'
import { applyAccess } from '../policy/apply-access.js'
import { type Admit, guardSchema, ruleOfType } from '../policy/guard-schema.js'
import { markPages } from './mark-pages.js'
import { markShared } from './mark-shared.js'

const federationLink = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: [
    "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag"
    "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"
  ]
)`

/** Finds the entity that a reference stands for, or null when the viewer may not see it. */
export type ReferenceResolver<C> = (reference: Record<string, string>, context: C) => Promise<object | null>

export interface SubgraphDefinition<C> {
  /** Which directives its SDL is written with; those of our subgraphs unless something else is said. */
  link?: string
  resolvers: BuildSchemaOptions['resolvers']
  /** How references to the entities of this subgraph are resolved, by type name. */
  references: Record<string, ReferenceResolver<C>>
  /** Whether each entity is a node with a global id, which the graph finds it by. */
  hasNodes?: boolean
  /** Types that no field of this subgraph returns. */
  orphanedTypes?: BuildSchemaOptions['orphanedTypes']
  /** What is the same for everybody, by coordinate. */
  sharedFields?: readonly string[]
  /** For whom everything is that can be asked. */
  access: AccessTable
  /** Holds whoever asks to a rule of that table. */
  admit: Admit<C>
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
  resolveNodes(schema)
  guardSchema(schema, definition.admit)
  for (const [name, resolve] of Object.entries(definition.references)) {
    const type = assertObjectType(schema.getType(name))
    const rule = ruleOfType(schema, name)
    const resolveReference: ReferenceResolver<C> = async (reference, context) => {
      if (rule) definition.admit(rule, context)
      return resolve(reference, context)
    }
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } }
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
  const plain = parse(printSchemaWithDirectives(schema))
  const whole = definition.hasNodes ? addNodes(plain) : plain
  const document = markShared(applyAccess(markPages(whole), definition.access), definition.sharedFields ?? [])
  return { sdl: `${definition.link ?? federationLink}\n\n${print(document)}\n`, resolvers: createResolversMap(schema) }
}
