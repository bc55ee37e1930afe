import { type DocumentNode, Kind } from 'graphql'
import { graphLimits } from './limits.js'

/** What an operation may carry. */
export interface Size {
  bodyBytes: number
  variablesLength: number
  listLength: number
}

const usual: Size = graphLimits

/** The size that the operation of a document may have: the usual one, unless its only field is one that carries many rows. */
export function sizeFor(document: DocumentNode | undefined): Size {
  const [only, ...others] = document?.definitions ?? []
  if (only?.kind !== Kind.OPERATION_DEFINITION || others.length) return usual
  const [field, ...beside] = only.selectionSet.selections
  if (field?.kind !== Kind.FIELD || beside.length) return usual
  const { bodyBytes, lists } = graphLimits.bulk
  const name = field.name.value
  const listLength = Object.hasOwn(lists, name) ? lists[name] : undefined
  return listLength === undefined ? usual : { bodyBytes, variablesLength: bodyBytes, listLength }
}
