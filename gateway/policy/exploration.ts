import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql'
import type { ViewerClaims, ViewerRole } from '../../subgraphs/reference/viewer.js'
import { forbidden, unauthenticated } from '../../subgraphs/shared/errors.js'
import { graphLimits } from '../graph/limits.js'
import type { ReadOperation } from './collect-rules.js'

/** Those whose work is to ask what nobody has asked before, and those who write programs against the graph. */
const explorers: readonly ViewerRole[] = ['LICENSING_BOARD', 'CERTIFYING_BOARD', 'OPERATOR', 'PARTNER']

/** Whether somebody may look at the schema of the graph where not everybody may. */
export const mayExplore = (role: ViewerRole | undefined): boolean => role !== undefined && explorers.includes(role)

/** Why whoever has these claims may not look at the schema; undefined where they may. */
export function refusalToExplore(claims: ViewerClaims | undefined): GraphQLError | undefined {
  if (!claims) return unauthenticated('Sign in first.')
  if (mayExplore(claims.role)) return undefined
  return forbidden('The schema is shown to boards, partners and operators.', {
    hint: 'It is described at /developers.',
  })
}

/** True for an operation that asks for the schema; what it asks beside it is not looked at. */
export const asksForSchema = ({ document, operation }: Pick<ReadOperation, 'document' | 'operation'>): boolean =>
  rootFields(document, operation.selectionSet).some((name) => schemaFields.includes(name))

/** True for a text that asks for the schema and for nothing else. */
export function asksOnlyForSchema(text: string): boolean {
  const document = readable(text)
  const operations = document?.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION) ?? []
  if (!document || !operations.length) return false
  return operations.every(({ selectionSet }) => {
    const names = rootFields(document, selectionSet)
    return names.length > 0 && names.every((name) => schemaFields.includes(name) || name === '__typename')
  })
}

const schemaFields: readonly string[] = ['__schema', '__type']

function readable(text: string): DocumentNode | undefined {
  if (text.length > graphLimits.bodyBytes) return undefined
  try {
    return parse(text, { maxTokens: graphLimits.tokens, noLocation: true })
  } catch (error) {
    if (error instanceof GraphQLError) return undefined
    throw error
  }
}

/** The fields directly under an operation, each once, wherever fragments put them. */
function rootFields(document: DocumentNode, selectionSet: SelectionSetNode): string[] {
  const names = new Set<string>()
  const seen = new Set<string>()
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const look = ({ selections }: SelectionSetNode) => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.add(node.name.value)
      else if (node.kind === Kind.INLINE_FRAGMENT) look(node.selectionSet)
      else spread(node.name.value)
    }
  }
  const spread = (name: string) => {
    const fragment = fragments.get(name)
    if (!fragment || seen.has(name)) return
    seen.add(name)
    look(fragment.selectionSet)
  }
  look(selectionSet)
  return [...names]
}
