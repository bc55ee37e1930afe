import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export type JsonSchema = Readonly<Record<string, unknown>>

const scalars: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Amount: { type: 'number', multipleOf: 0.25 },
  Boolean: { type: 'boolean' },
  String: { type: 'string' },
  ID: { type: 'string' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
}

/** What may be sent for a type; objects stand under their names in `components`. */
export function inputSchema(type: GraphQLInputType): JsonSchema {
  if (isNonNullType(type)) return inputSchema(type.ofType)
  if (isListType(type)) return { type: 'array', items: inputSchema(type.ofType) }
  if (isInputObjectType(type)) return { $ref: `#/components/schemas/${type.name}` }
  return leafSchema(type)
}

/** The input objects that types are made of, each by its name. */
export function inputObjects(types: Iterable<GraphQLInputType>): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {}
  const look = (type: GraphQLInputType): void => {
    const bare = getNamedType(type)
    if (!isInputObjectType(bare) || found[bare.name]) return
    const fields = Object.values(bare.getFields())
    found[bare.name] = {
      type: 'object',
      ...(bare.description && { description: bare.description }),
      properties: Object.fromEntries(
        fields.map(({ name, type: of, description }) => [
          name,
          { ...inputSchema(of), ...(description && { description }) },
        ]),
      ),
      required: fields
        .filter(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined)
        .map(({ name }) => name),
      additionalProperties: false,
    }
    for (const field of fields) look(field.type)
  }
  for (const type of types) look(type)
  return found
}

/** What an operation answers: exactly what it selects. */
export class AnswerSchema {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  of({ selections }: SelectionSetNode, type: GraphQLCompositeType): JsonSchema {
    const properties: Record<string, JsonSchema> = {}
    const required: string[] = []
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value
        const field = isUnionType(type) ? undefined : type.getFields()[node.name.value]
        const found = field
          ? {
              ...this.value(field.type, node.selectionSet),
              ...(field.description && { description: field.description }),
            }
          : { type: 'string' }
        properties[name] = merged(properties[name], found)
        if (!node.directives?.length) required.push(name)
        continue
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node
      if (!fragment) continue
      const on = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value)
      const inner = this.of(fragment.selectionSet, isCompositeType(on) ? on : type)
      for (const [name, found] of Object.entries(inner.properties as Record<string, JsonSchema>))
        properties[name] = merged(properties[name], found)
      // Of several types only the fields of one are there.
      if (isObjectType(type) && !node.directives?.length) required.push(...(inner.required as string[]))
    }
    return { type: 'object', properties, required: [...new Set(required)] }
  }

  private value(type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
    if (isNonNullType(type)) return this.present(type.ofType, selection)
    const present = this.present(type, selection)
    return typeof present.type === 'string' && !present.enum
      ? { ...present, type: [present.type, 'null'] }
      : { anyOf: [present, { type: 'null' }] }
  }

  private present(type: GraphQLOutputType, selection: SelectionSetNode | undefined): JsonSchema {
    if (isListType(type)) return { type: 'array', items: this.value(type.ofType, selection) }
    if (isNonNullType(type)) return this.present(type.ofType, selection)
    return isCompositeType(type) && selection ? this.of(selection, type) : leafSchema(type)
  }
}

/** Two selections of one field answer what either selects. */
function merged(one: JsonSchema | undefined, other: JsonSchema): JsonSchema {
  if (!one) return other
  const both: Record<string, unknown> = { ...other, ...one }
  if (isSchema(one.items) && isSchema(other.items)) both.items = merged(one.items, other.items)
  if (Array.isArray(one.anyOf) && Array.isArray(other.anyOf))
    both.anyOf = [merged(one.anyOf[0], other.anyOf[0]), one.anyOf[1]]
  if (isSchema(one.properties) && isSchema(other.properties)) {
    const properties: Record<string, unknown> = { ...one.properties }
    for (const [name, found] of Object.entries(other.properties as Record<string, JsonSchema>))
      properties[name] = merged(properties[name] as JsonSchema | undefined, found)
    both.properties = properties
    both.required = [...new Set([...(one.required as string[]), ...(other.required as string[])])]
  }
  return both
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

function leafSchema(type: GraphQLInputType | GraphQLOutputType): JsonSchema {
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) }
  return (isScalarType(type) && scalars[type.name]) || {}
}
