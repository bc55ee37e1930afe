import type { DatabasePart } from '../supervisor/settings.js'
import type { Check } from './checks.js'
import { type Comparison, compare } from './compare.js'

const shownDifferences = 20

/** Runs every check and says how it went; resolves to the number of differences. */
export async function reconcile(
  checks: readonly Check[],
  urls: Readonly<Record<DatabasePart, string>>,
  say: (line: string) => void,
  waitMs?: number,
): Promise<number> {
  let differences = 0
  for (const check of checks) {
    const comparison = await compare(check, urls, waitMs)
    differences += comparison.differences.length
    for (const line of linesOf(check, comparison)) say(line)
  }
  return differences
}

function linesOf({ name }: Check, { compared, differences }: Comparison): string[] {
  const count = compared.toLocaleString('en-US')
  if (!differences.length) return [`✓ ${name}: ${count} compared`]
  const shown = differences.slice(0, shownDifferences)
  return [
    `✗ ${name}: ${differences.length} of ${count} differ`,
    ...shown.map(({ key, truth, copy }) => `    ${key}: ${truth ?? 'nothing'} ≠ ${copy ?? 'nothing'}`),
    ...(differences.length > shown.length ? [`    and ${differences.length - shown.length} more`] : []),
  ]
}
