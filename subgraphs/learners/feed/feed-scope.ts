import { certifyingBoards } from '../../reference/certifying-boards.js'
import { licensingBoards } from '../../reference/licensing-boards.js'
import type { StateCode } from '../../reference/states.js'
import { badInput } from '../../shared/errors.js'

/** What a board keeps: licenses, or certifications. */
export type RecordKind = 'LICENSING' | 'CERTIFYING'

/** Of which boards a file tells: one, or every board of a kind. */
export interface FeedScope {
  /** Code of the board, or the kind for a national file. */
  name: string
  kind: RecordKind
  /** The state of each board in scope; null for a certifying board. */
  boards: ReadonlyMap<string, StateCode | null>
}

const national: Record<RecordKind, FeedScope['boards']> = {
  LICENSING: new Map([...licensingBoards.values()].map(({ code, state }) => [code, state])),
  CERTIFYING: new Map(Object.keys(certifyingBoards).map((code) => [code, null])),
}

/** The scope with this name: a board such as ME-MD or ABIM, or LICENSING or CERTIFYING. Throws BAD_USER_INPUT. */
export function feedScope(name: string): FeedScope {
  for (const kind of ['LICENSING', 'CERTIFYING'] as const) {
    const boards = national[kind]
    if (name === kind) return { name, kind, boards }
    const state = boards.get(name)
    if (state !== undefined) return { name, kind, boards: new Map([[name, state]]) }
  }
  throw badInput(
    `There is no board ${name}. Name one such as ME-MD or ABIM, or LICENSING or CERTIFYING for all of them.`,
  )
}

/** The scopes that share a board with this one. */
export const overlapping = ({ name, kind, boards }: FeedScope): string[] =>
  name === kind ? [kind, ...boards.keys()] : [kind, name]
