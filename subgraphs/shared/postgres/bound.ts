import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery } from 'kysely'

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
    const { rows } = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(statement, [...values]))
    return rows
  } catch (cause) {
    throw cause instanceof Error ? em.getPlatform().getExceptionConverter().convertException(cause) : cause
  }
}
