import { type DocumentNode, Kind, type TypeNode } from 'graphql'

type Text = Record<string, string | undefined>

/** The variables an operation asks for, taken from the address by name; what the caller gives goes first. */
export function routeVariables(document: DocumentNode, given: object, params: Text, search: URLSearchParams) {
  const known = given as Record<string, unknown>
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const variables: Record<string, unknown> = {}
  for (const { variable, type } of operation?.variableDefinitions ?? []) {
    const name = variable.name.value
    const text = params[name] ?? search.get(name) ?? undefined
    const value = name in known ? known[name] : text && read(text, type)
    if (value !== undefined && value !== '') variables[name] = value
  }
  return variables
}

function read(text: string, type: TypeNode): unknown {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
  const name = named.kind === Kind.NAMED_TYPE ? named.name.value : ''
  if (name === 'Int' || name === 'Float' || name === 'Amount') return Number(text)
  if (name === 'Boolean') return text === 'true'
  return text
}
