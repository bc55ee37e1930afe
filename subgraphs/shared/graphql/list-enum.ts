import { registerEnumType } from 'type-graphql'

type ListEnum<Code extends string> = { readonly [C in Code]: C }

/** Makes an enum of the graph from a list of codes, each described by its label. */
export function listEnum<Code extends string>(
  name: string,
  labels: Readonly<Record<Code, string>>,
  description: string,
): ListEnum<Code> {
  const codes = Object.keys(labels) as Code[]
  const values = Object.fromEntries(codes.map((code) => [code, code])) as ListEnum<Code>
  const described = Object.fromEntries(codes.map((code) => [code, { description: labels[code] }]))
  registerEnumType(values as object, { name, description, valuesConfig: described })
  return values
}
