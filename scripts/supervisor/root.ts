import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The checkout this file belongs to, whether it runs as source or compiled below dist/. */
export function repositoryRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('These files do not lie in a checkout of CreditGraph.')
  return repositoryRoot(parent)
}
