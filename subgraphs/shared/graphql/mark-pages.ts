import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parseConstValue,
  type TypeNode,
} from 'graphql'

/**
 * Says of everything with pages that `first` is how long they are (`@listSize`), so that a gateway knows what an operation may
 * bring back. Of other lists their fields say how long they usually are, where that matters.
 */
export function markPages(document: DocumentNode): DocumentNode {
  const types = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
  const marked = (field: FieldDefinitionNode): FieldDefinitionNode =>
    field.arguments?.some(({ name }) => name.value === 'first')
      ? { ...field, directives: [...(field.directives ?? []), listSize(field, types)] }
      : field
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION ? { ...node, fields: node.fields?.map(marked) } : node,
  )
  return { ...document, definitions }
}

/** What is paged: the field itself, or the edges of its connection, or else the lists of what it returns. */
function listSize(
  { name, type }: FieldDefinitionNode,
  types: ReadonlyMap<string, ObjectTypeDefinitionNode>,
): ConstDirectiveNode {
  if (isList(type)) return sizedByFirst([])
  const lists = (types.get(nameOf(type))?.fields ?? [])
    .filter((field) => isList(field.type))
    .map((field) => field.name.value)
  if (!lists.length) throw new Error(`${name.value} takes \`first\` and returns no list.`)
  return sizedByFirst(lists.includes('edges') ? ['edges'] : lists)
}

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type))

/** `first` has a default, so nobody has to pass it. */
const sizedByFirst = (sizedFields: readonly string[]): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'listSize' },
  arguments: Object.entries({
    slicingArguments: ['first'],
    ...(sizedFields.length && { sizedFields }),
    requireOneSlicingArgument: false,
  }).map(([name, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: parseConstValue(JSON.stringify(value), { noLocation: true }),
  })),
})
