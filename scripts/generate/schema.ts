import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import { lexicographicSortSchema, parse, printSchema } from 'graphql'
import { printAccess } from '../../gateway/policy/print-access.js'
import { accessRulesIn, withoutSecurityLinks } from '../../gateway/policy/supergraph-access.js'
import { printCredits } from '../../subgraphs/credits/schema.js'
import { printLearners } from '../../subgraphs/learners/schema.js'
import { printProviders } from '../../subgraphs/providers/schema.js'
import { checkHints } from './composition-hints.js'

/** The files of `schema/`, by name: each subgraph as the code says, and what they compose to. Needs no database. */
export async function generateSchema(): Promise<Record<string, string>> {
  const subgraphs = {
    providers: await printProviders(),
    learners: await printLearners(),
    credits: await printCredits(),
  }
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(sdl),
  }))
  const { supergraphSdl, errors, hints } = composeServices(services)
  if (errors?.length)
    throw new Error(`The subgraphs do not compose:\n${errors.map(({ message }) => message).join('\n')}`)
  if (!supergraphSdl) throw new Error('The composition has no result.')
  checkHints(hints ?? [])
  const api = Supergraph.build(withoutSecurityLinks(supergraphSdl)).apiSchema().toGraphQLJSSchema()
  return {
    ...Object.fromEntries(Object.entries(subgraphs).map(([name, sdl]) => [`${name}.graphql`, sdl])),
    'access.txt': printAccess(api, accessRulesIn(supergraphSdl)),
    'supergraph.graphql': `${supergraphSdl}\n`,
    'api.graphql': `${printSchema(lexicographicSortSchema(api))}\n`,
  }
}
