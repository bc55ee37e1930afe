/** A schema of JSON Schema, as far as the form needs it. */
interface Schema {
  type?: string
  format?: string
  enum?: string[]
  $ref?: string
}

interface ApiMethod {
  requestBody?: {
    content: { 'application/json': { schema: { properties: Record<string, Schema>; required: string[] } } }
  }
}

/** What `/api/openapi.json` answers, as far as the form needs it. */
export interface OpenApi {
  paths: Record<string, { get?: unknown; post: ApiMethod }>
}

export type VariableKind = 'TEXT' | 'DAY' | 'NUMBER' | 'CHOICE' | 'JSON'

/** One variable of an operation as a field of a form. */
export interface VariableField {
  name: string
  kind: VariableKind
  isRequired: boolean
  options: string[]
}

/** The fields of an operation’s variables; undefined for an operation that is not answered. */
export function fieldsOf({ paths }: OpenApi, name: string): VariableField[] | undefined {
  const body = paths[`/api/${name}`]?.post.requestBody?.content['application/json'].schema
  return (
    body &&
    Object.entries(body.properties).map(([variable, schema]) => ({
      name: variable,
      kind: kindOf(schema),
      isRequired: body.required.includes(variable),
      options: schema.type === 'boolean' ? ['true', 'false'] : (schema.enum ?? []),
    }))
  )
}

function kindOf({ type, format, enum: choices }: Schema): VariableKind {
  if (choices || type === 'boolean') return 'CHOICE'
  if (type === 'integer' || type === 'number') return 'NUMBER'
  if (type === 'string') return format === 'date' ? 'DAY' : 'TEXT'
  return 'JSON'
}

/** What a form says, as variables; a field that is empty is not sent. Returns the name of the field that cannot be read. */
export function variablesOf(
  fields: readonly VariableField[],
  entered: Readonly<Record<string, string>>,
): { variables: Record<string, unknown> } | { wrong: string } {
  const variables: Record<string, unknown> = {}
  for (const field of fields) {
    const text = entered[field.name]?.trim()
    if (!text) {
      if (field.isRequired) return { wrong: field.name }
      continue
    }
    const value = read(field, text)
    if (value === undefined) return { wrong: field.name }
    variables[field.name] = value
  }
  return { variables }
}

function read({ kind, options }: VariableField, text: string): unknown {
  if (kind === 'NUMBER') return Number.isFinite(Number(text)) ? Number(text) : undefined
  if (kind === 'CHOICE' && options.join() === 'true,false') return text === 'true'
  return kind === 'JSON' ? parsed(text) : text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same call as a line for a terminal; the key stands in the environment, not in the line. */
export function curlLine(origin: string, name: string, variables: Record<string, unknown>): string {
  const head = `curl -H "authorization: Bearer $CREDITGRAPH_KEY" -H "content-type: application/json"`
  const body = JSON.stringify(variables).replaceAll("'", `'\\''`)
  return `${head} ${origin}/api/${name} -d '${body}'`
}
