import {
  type ASTNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/**
 * Where in the schema a place of a document points: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE`.
 * Null for a place that points nowhere.
 */
export function coordinateOf(schema: GraphQLSchema, document: DocumentNode, place: ASTNode): string | null {
  let found: string | null = null
  walk(schema, document, (node, coordinate) => {
    if (node === place) found = coordinate
  })
  return found
}

/**
 * Everything of the schema that an operation depends on. What its variables may hold counts too, down to the last value of an
 * enum: a program may send any of it, and the text does not say what it sends.
 */
export function coordinatesIn(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const used = new Set<string>()
  const given = new Set<string>()
  walk(schema, document, (node, coordinate, type) => {
    if (coordinate !== null) used.add(coordinate)
    if (node.kind === Kind.FIELD && type) used.add(type.name)
    if (node.kind !== Kind.VARIABLE_DEFINITION) return
    let { type: of } = node
    while (of.kind !== Kind.NAMED_TYPE) of = of.type
    addInput(schema.getType(of.name.value), given)
  })
  return new Set([...used, ...given])
}

type Look = (node: ASTNode, coordinate: string | null, type: GraphQLNamedType | undefined) => void

/** Shows each node with the innermost coordinate that it stands in, and the type of what it selects. */
function walk(schema: GraphQLSchema, document: DocumentNode, look: Look): void {
  const info = new TypeInfo(schema)
  const around: (string | null)[] = []
  visit(
    document,
    visitWithTypeInfo(info, {
      enter(node) {
        const coordinate = ownCoordinate(node, info) ?? around.at(-1) ?? null
        around.push(coordinate)
        look(node, coordinate, getNamedType(info.getType() ?? undefined))
      },
      leave: () => void around.pop(),
    }),
  )
}

function ownCoordinate(node: ASTNode, info: TypeInfo): string | undefined {
  switch (node.kind) {
    case Kind.NAMED_TYPE:
      return node.name.value
    case Kind.FIELD:
      return member(info.getParentType() ?? undefined, node.name.value)
    case Kind.ARGUMENT:
      return argument(info, node.name.value)
    case Kind.OBJECT_FIELD:
      return member(getNamedType(info.getParentInputType() ?? undefined), node.name.value)
    case Kind.ENUM:
      return member(getNamedType(info.getInputType() ?? undefined), node.value)
    default:
      return undefined
  }
}

const member = (type: GraphQLNamedType | undefined, name: string) => type && `${type.name}.${name}`

function argument(info: TypeInfo, name: string): string | undefined {
  const directive = info.getDirective()
  if (directive) return `@${directive.name}(${name}:)`
  const field = info.getFieldDef()
  return field ? `${info.getParentType()?.name}.${field.name}(${name}:)` : undefined
}

function addInput(type: GraphQLNamedType | undefined, reached: Set<string>): void {
  if (!type || reached.has(type.name)) return
  reached.add(type.name)
  if (isEnumType(type)) for (const { name } of type.getValues()) reached.add(`${type.name}.${name}`)
  if (!isInputObjectType(type)) return
  for (const { name, type: inner } of Object.values(type.getFields())) {
    reached.add(`${type.name}.${name}`)
    addInput(getNamedType(inner), reached)
  }
}
