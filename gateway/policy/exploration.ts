import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql'
import type { ViewerClaims, ViewerRole } from '../../subgraphs/reference/viewer.js'
import { forbidden, unauthenticated } from '../../subgraphs/shared/errors.js'
import { graphLimits } from '../graph/limits.js'
import { readDocument } from '../graph/read-document.js'
import { mayRunAdHoc } from '../operation/may-run.js'
import type { ReadOperation } from './collect-rules.js'

/**
 * Whether somebody may read the whole graph and write operations for it: where developers work everybody who is signed in,
 * elsewhere those who may run what is not registered, and partners, who write what they register.
 */
export const mayExplore = (role: ViewerRole | undefined, isDevelopment: boolean): boolean =>
  role === 'PARTNER' || mayRunAdHoc('TOKEN', role, isDevelopment)

/** Why whoever has these claims may not look at the schema; undefined where they may. */
export function refusalToExplore(claims: ViewerClaims | undefined): GraphQLError | undefined {
  if (!claims) return unauthenticated('Sign in first.')
  if (mayExplore(claims.role, false)) return undefined
  return forbidden('The schema is shown to boards, partners and operators.', {
    hint: 'It is described at /developers.',
  })
}

/** True for an operation that asks for the schema; what it asks beside it is not looked at. */
export const asksForSchema = ({ document, operation }: Pick<ReadOperation, 'document' | 'operation'>): boolean =>
  rootFields(document, operation.selectionSet).some((name) => schemaFields.includes(name))

/** True for a text that asks for the schema and for nothing else. */
export function asksOnlyForSchema(text: string): boolean {
  const document = text.length > graphLimits.bodyBytes ? undefined : readDocument(text)
  if (!document || document instanceof GraphQLError) return false
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (!operations.length) return false
  return operations.every(({ selectionSet }) => {
    const names = rootFields(document, selectionSet)
    return names.length > 0 && names.every((name) => schemaFields.includes(name) || name === '__typename')
  })
}

const schemaFields: readonly string[] = ['__schema', '__type']

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
