import { type Change, diff } from '@graphql-inspector/core'
import { type GraphQLSchema, parse } from 'graphql'
import type { KnownOperation } from '../../gateway/schema-change/broken-operations.js'
import { coordinatesIn } from '../../gateway/schema-change/coordinates.js'

/** One difference between two schemas as callers see them. */
export interface ApiChange {
  /** BREAKING stops programs that do nothing new, DANGEROUS may surprise them, NON_BREAKING does neither. */
  level: 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING'
  /** What has happened, such as FIELD_REMOVED. */
  change: string
  /** Where, such as `Type.field` or `Type.field(argument:)`. */
  coordinate: string
  /** The same in a sentence. */
  message: string
}

/**
 * What is different for callers, the worst first. Descriptions are no difference, since nothing depends on them, and what is new is
 * told once, without its parts.
 */
export async function apiChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<ApiChange[]> {
  const changes = (await diff(before, after)).filter(({ type }) => !/DESCRIPTION|DIRECTIVE_USAGE/.test(type))
  return changes
    .map(apiChange)
    .filter(({ coordinate }) => owner(coordinate) === '' || isIn(before, owner(coordinate)))
    .sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level) || (key(one) < key(other) ? -1 : 1))
}

/** Those of the operations that depend on what a change touches, in the schema before it. */
export function usersOf(
  change: Pick<ApiChange, 'coordinate'>,
  before: GraphQLSchema,
  operations: readonly KnownOperation[],
): KnownOperation[] {
  return operations.filter(({ text }) => {
    const used = coordinatesIn(before, parse(text))
    // What is new is asked of everybody who uses what it belongs to.
    return used.has(change.coordinate) || (!isIn(before, change.coordinate) && used.has(owner(change.coordinate)))
  })
}

const levels: readonly ApiChange['level'][] = ['BREAKING', 'DANGEROUS', 'NON_BREAKING']

const key = ({ coordinate, change }: ApiChange) => `${coordinate} ${change}`

function apiChange({ type, path = '', message, criticality }: Change): ApiChange {
  const [first = '', second, third] = path.replace(/\.@.*$/, '').split('.')
  const field = second === undefined ? first : `${first}.${second}`
  const coordinate = third === undefined ? field : `${field}(${third}:)`
  return { level: criticality.level as ApiChange['level'], change: String(type), coordinate, message: `${message}.` }
}

/** What a coordinate is part of; a type is part of nothing. */
const owner = (coordinate: string) => /^(.+)(?:\(.*\)|\.\w+)$/.exec(coordinate)?.[1] ?? ''

function isIn(schema: GraphQLSchema, coordinate: string): boolean {
  const [, typeName = '', fieldName, argumentName] = /^(\w+)(?:\.(\w+))?(?:\((\w+):\))?$/.exec(coordinate) ?? []
  const type = schema.getType(typeName)
  if (!type || fieldName === undefined) return type !== undefined
  if ('getValues' in type) return type.getValues().some(({ name }) => name === fieldName)
  const field = 'getFields' in type ? type.getFields()[fieldName] : undefined
  if (!field || argumentName === undefined) return field !== undefined
  return 'args' in field && field.args.some(({ name }) => name === argumentName)
}
