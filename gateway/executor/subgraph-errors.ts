import { ERRORS, errorCodeDef } from '@apollo/federation-internals'
import type { ResponsePath } from '@apollo/query-planner'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Entity, Representations } from './representations.js'
import { generateHydratedPaths } from './stock.js'

type Path = readonly (string | number)[]

/** Errors of a fetch, each with its place in the whole answer. */
export function placedErrors(
  errors: readonly GraphQLFormattedError[],
  subgraph: string,
  placeOf: (path: Path | undefined) => Path | undefined,
): GraphQLError[] {
  return errors.map((error) => {
    const message = error.message || `Error while fetching subquery from service "${subgraph}"`
    const options = {
      originalError: error as unknown as Error,
      path: placeOf(error.path),
      extensions: { ...error.extensions, serviceName: subgraph },
    }
    const definition = errorCodeDef(error)
    if (!definition && error.extensions?.code) return new GraphQLError(message, options)
    return (definition ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options)
  })
}

/** The place of an error of a fetch that asks about no entity. */
export const placeBelow =
  (path: ResponsePath) =>
  (errorPath: Path | undefined): Path | undefined =>
    errorPath ? [...path, ...errorPath] : undefined

/** The place of an error of a fetch about entities: where the entity of its number stands in the answer. */
export function placeAmongEntities(path: ResponsePath, data: Entity) {
  let places: Path[] | undefined
  return (errorPath: Path | undefined): Path | undefined => {
    const number = errorPath?.[1]
    if (!errorPath || typeof number !== 'number') return placeBelow(path)(errorPath)
    if (!places) {
      const found: (string | number)[][] = []
      generateHydratedPaths([], path, data, found)
      places = found
    }
    return [...(places[number] ?? []), ...errorPath.slice(2)]
  }
}

/** Tells errors about an entity that was asked about once for each of its places, in the order of the places. */
export function spreadErrors(
  errors: readonly GraphQLFormattedError[],
  { texts, wanted }: Representations,
): readonly GraphQLFormattedError[] {
  if (texts.length === wanted.length) return errors
  const ofEntity = ({ path }: GraphQLFormattedError) => (typeof path?.[1] === 'number' ? path[1] : undefined)
  const byPlace = Map.groupBy(errors, ofEntity)
  return [
    ...(byPlace.get(undefined) ?? []),
    ...wanted.flatMap(({ place }, index) =>
      (byPlace.get(place) ?? []).map((error) => ({
        ...error,
        path: ['_entities', index, ...(error.path ?? []).slice(2)],
      })),
    ),
  ]
}
