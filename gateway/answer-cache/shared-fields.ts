import { Kind, parse } from 'graphql'
import { sharedTag } from '../../subgraphs/shared/graphql/mark-shared.js'

const guards = ['authenticated', 'requiresScopes', 'policy']

/** The fields of a supergraph that are the same for everybody, as `Type.field`: marked so by a subgraph, and guarded by none. */
export function sharedFieldsIn(supergraphSdl: string): ReadonlySet<string> {
  const fields = new Set<string>()
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    for (const { name, directives = [] } of node.fields ?? []) {
      const isMarked = directives.some(
        ({ name: directive, arguments: given = [] }) =>
          directive.value === 'tag' &&
          given.some(({ value }) => value.kind === Kind.STRING && value.value === sharedTag),
      )
      const isGuarded = [...directives, ...(node.directives ?? [])].some(({ name: guard }) =>
        guards.includes(guard.value),
      )
      if (isMarked && !isGuarded) fields.add(`${node.name.value}.${name.value}`)
    }
  }
  return fields
}
