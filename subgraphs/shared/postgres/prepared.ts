import type { EntityManager } from '@mikro-orm/postgresql'
import type pg from 'pg'
import { executeBound } from './bound.js'

// Behind the statement, so that whoever looks at its beginning still sees what it does.
const mark = '\n/* prepared */'
const statementsAtMost = 200

/** The names under which connections prepare statements, the same on all of them. */
const names = new Map<string, string>()

/**
 * The rows of a statement with a value for each `?`, which each connection parses and, as long as no plan made for particular
 * values would be better, plans once. For statements whose text never changes and that take longer to plan than to run.
 */
export function executePrepared<Row>(em: EntityManager, statement: string, values: readonly unknown[]): Promise<Row[]> {
  let place = 0
  const numbered = statement.replaceAll('?', () => `$${++place}`)
  return executeBound(em, numbered + mark, values)
}

/** As many rows make a statement take longer to plan than to run; a plan for them may be no good for thousands. */
const few = 64

/**
 * The rows of a statement about so many rows, whose places are `$1`, `$2` and so on: prepared where they are few, and planned for
 * its own values where they are many.
 */
export const executeAbout = <Row>(
  em: EntityManager,
  count: number,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> => executeBound(em, count <= few ? statement + mark : statement, values)

/** Lets the connections of a pool prepare what is marked so. */
export function prepareMarked(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => unknown
    const preparing = (...given: unknown[]): unknown => {
      const [text, values] = given
      const name = typeof text === 'string' && text.endsWith(mark) ? nameOf(text) : undefined
      return name === undefined ? send(...given) : send({ name, text, values })
    }
    client.query = preparing as typeof client.query
  })
}

/** Undefined where there are too many already: the statement is then sent as any other. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= statementsAtMost) return known
  const name = `prepared ${names.size + 1}`
  names.set(text, name)
  return name
}
