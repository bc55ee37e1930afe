import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'
import { arrayText, isPlainList } from './array-text.js'

/**
 * The rows of a statement whose values are bound to `$1`, `$2` and so on. For values that carry thousands of rows: the
 * mapper’s own `execute` writes them into the statement letter by letter, at the cost of a hundred times their size.
 */
export async function executeBound<Row>(
  em: EntityManager,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> {
  em.config.getLogger().logQuery({ query: statement })
  try {
    const bound = CompiledQuery.raw(statement, values.map(toBound))
    const { rows } = await em.getKysely().executeQuery<Row>(bound, em[abortOptions]())
    return rows
  } catch (cause) {
    throw cause instanceof Error ? em.getPlatform().getExceptionConverter().convertException(cause) : cause
  }
}

// Not for everybody, but statements that pass the mapper by have to end when its own do.
const abortOptions = 'getAbortOptions'

const toBound = (value: unknown) => (isPlainList(value) ? arrayText(value) : value)
