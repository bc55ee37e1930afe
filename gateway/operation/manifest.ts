import { badInput } from '../../subgraphs/shared/errors.js'
import { graphLimits } from '../graph/limits.js'

/** An operation as it is sent to be registered. */
export interface OperationDraft {
  /** The id that the sender has given it, if any. */
  id?: string
  name?: string
  text: string
}

/** Operations that one call may register. */
export const maxOperations = 200

/**
 * Reads a manifest in the format of Apollo (`operations` with `id`, `name`, `body`), or of Relay and GraphQL Code Generator
 * (an object of texts by their hashes). Throws BAD_USER_INPUT with what to do.
 */
export function readManifest(manifest: unknown): OperationDraft[] {
  const drafts =
    isRecord(manifest) && Array.isArray(manifest.operations) ? manifest.operations.map(draftOf) : texts(manifest)
  if (!drafts.length) throw badInput('The manifest has no operation.')
  if (drafts.length > maxOperations) throw badInput(`Register at most ${maxOperations} operations at once.`)
  return drafts
}

function draftOf(entry: unknown, place: number): OperationDraft {
  const { id, name, body } = isRecord(entry) ? entry : {}
  if (typeof body !== 'string')
    throw badInput(`Operation ${place + 1} has no body.`, { hint: 'Give the text of each.' })
  return {
    ...(typeof id === 'string' && { id }),
    ...(typeof name === 'string' && { name }),
    text: bounded(body, place),
  }
}

function texts(manifest: unknown): OperationDraft[] {
  if (!isRecord(manifest))
    throw badInput('Send a manifest of operations as JSON.', {
      hint: '{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ "name": "…", "body": "…" }] }',
    })
  return Object.entries(manifest).map(([id, text], place) => {
    if (typeof text !== 'string') throw badInput(`“${id.slice(0, 80)}” is not the text of an operation.`)
    return { id, text: bounded(text, place) }
  })
}

function bounded(text: string, place: number): string {
  if (text.length <= graphLimits.bodyBytes) return text
  throw badInput(`Operation ${place + 1} is longer than ${graphLimits.bodyBytes} characters.`)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
