import type { EntityManager } from '@mikro-orm/postgresql'
import type { Verdict } from '../record/verdict.js'
import { type Authorship, writeVerdicts } from '../record/write-verdicts.js'
import { settleDerived } from './settle-derived.js'

/** Writes verdicts into the ledger, and what follows from what they took back. */
export async function recordVerdicts(
  em: EntityManager,
  verdicts: readonly Verdict[],
  author: Authorship,
): Promise<void> {
  await writeVerdicts(em, verdicts, author)
  await settleDerived(
    em,
    verdicts.flatMap(({ voided }) => voided),
  )
}
