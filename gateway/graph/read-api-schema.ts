import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { withStatedCosts } from './stated-costs.js'

/** The schema as callers see it, with what its parts cost, as it is committed; for whoever judges operations without a gateway. */
export const readApiSchema = (): GraphQLSchema =>
  withStatedCosts(
    buildSchema(readFileSync('schema/api.graphql', 'utf8')),
    buildSchema(readFileSync('schema/supergraph.graphql', 'utf8'), { assumeValidSDL: true }),
  )
