import type { JsonSchema } from '../../endpoint/json-schema.js'

/** A schema of JSON Schema as a type of TypeScript; objects that stand under a name are members of `Inputs`. */
export function typescriptOf(schema: JsonSchema): string {
  const { $ref, anyOf, enum: choices, type, items } = schema
  if (typeof $ref === 'string') return `Inputs[${JSON.stringify($ref.split('/').at(-1))}]`
  if (isSchemas(anyOf)) return anyOf.map(typescriptOf).join(' | ')
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(' | ')
  if (Array.isArray(type)) return type.map((one) => typescriptOf({ ...schema, type: one })).join(' | ')
  if (type === 'array') return `Array<${isSchema(items) ? typescriptOf(items) : 'unknown'}>`
  if (type === 'object') return objectOf(schema)
  return typeof type === 'string' ? (names[type] ?? 'unknown') : 'unknown'
}

const names: Readonly<Record<string, string>> = {
  integer: 'number',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  null: 'null',
}

/** What stands above a type or a member. */
export function commentOf(...sentences: (string | undefined)[]): string {
  const said = sentences.filter((sentence) => sentence !== undefined)
  return said.length ? `/** ${said.join(' ').replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')} */\n` : ''
}

function objectOf({ properties = {}, required = [] }: JsonSchema): string {
  const members = Object.entries(properties as Record<string, JsonSchema>).map(([name, of]) => {
    const mark = (required as readonly string[]).includes(name) ? '' : '?'
    const description = typeof of.description === 'string' ? of.description : undefined
    return `${commentOf(description)}${JSON.stringify(name)}${mark}: ${typescriptOf(of)}`
  })
  return members.length ? `{\n${members.join('\n')}\n}` : 'Record<string, never>'
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null
const isSchemas = (value: unknown): value is JsonSchema[] => Array.isArray(value) && value.every(isSchema)
