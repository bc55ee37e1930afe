import { type Cells, hasIdentifier } from '../rows/cells.js'
import type { Label } from '../rows/labels.js'
import { bandOf } from './bands.js'

/** The beginnings of the names of groups of which there are many. */
export const prefixes = { error: 'error ', band: 'band ', scenario: 'scenario ' } as const

/**
 * The groups that a row is counted in. `decidable` are the rows of people on file of whom one is right; those that several
 * fit are apart.
 */
export function groupsOf(label: Label, cells: Cells, bearers: (id: string) => number): string[] {
  const { truthId, expect, errors, scenario } = label
  const groups = ['all', `${prefixes.scenario}${scenario}`]
  if (truthId === undefined) return [...groups, 'not on file']
  if (expect === 'several') return [...groups, 'several']
  const isHarmless = expect === 'match'
  return [
    ...groups,
    'decidable',
    ...(isHarmless ? ['harmless'] : []),
    hasIdentifier(cells) ? 'with identifier' : 'without identifier',
    `${prefixes.band}${bandOf(bearers(truthId))}`,
    ...(errors.length > 0 ? errors : ['none']).map((error) => `${prefixes.error}${error}`),
  ]
}
