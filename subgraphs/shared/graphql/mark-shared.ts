import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql'

/** The tag of fields that are the same for everybody; tags are what composition hands on to a gateway. */
export const sharedTag = 'same-for-everybody'

const tag: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'tag' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'name' },
      value: { kind: Kind.STRING, value: sharedTag },
    },
  ],
}

/**
 * Marks fields that are the same for everybody, by coordinate (`Type.field`, or `Type.*` for all of a type), so that answers
 * made of nothing else may be kept for others. Throws for a coordinate that is about nothing.
 */
export function markShared(document: DocumentNode, coordinates: readonly string[]): DocumentNode {
  const unused = new Set(coordinates)
  const isShared = (coordinate: string) => coordinates.includes(coordinate) && (unused.delete(coordinate) || true)
  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node
    const name = node.name.value
    const isWhole = isShared(`${name}.*`)
    const fields = node.fields?.map((field) =>
      isShared(`${name}.${field.name.value}`) || isWhole
        ? { ...field, directives: [...(field.directives ?? []), tag] }
        : field,
    )
    return { ...node, fields }
  })
  if (unused.size)
    throw new Error(`Fields are said to be the same for everybody that are not there: ${[...unused].join(', ')}.`)
  return { ...document, definitions }
}
