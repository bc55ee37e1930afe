import type { ViewerRole } from '../../subgraphs/reference/viewer.js'

/** How somebody asks: a program with a key, a person with a token, or a page of ours, with or without a session. */
export type Entrance = 'KEY' | 'TOKEN' | 'PAGE'

/** Those whose work is to ask what nobody has asked before. */
const analysts: readonly ViewerRole[] = ['LICENSING_BOARD', 'CERTIFYING_BOARD', 'OPERATOR']

/**
 * Whether somebody may run an operation that is not registered. A program never may, so that what it runs can be checked
 * before the schema changes; analysts may, within what one operation may cost; pages and other people only where
 * developers work.
 */
export function mayRunAdHoc(entrance: Entrance, role: ViewerRole | undefined, isDevelopment: boolean): boolean {
  if (entrance === 'KEY') return false
  return isDevelopment || (entrance === 'TOKEN' && role !== undefined && analysts.includes(role))
}
