import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type pg from 'pg'
import { explain, isPlanDue } from './explain.js'
import { observeLimits } from './limits.js'
import { poolUse, statementSeconds } from './metrics.js'
import { withoutValues } from './statement-text.js'
import { thresholds } from './thresholds.js'
import { startChild } from './trace.js'
import { currentWork, type Work } from './work.js'

/** Counts the connections and statements of a pool, and notes statements on the work that they belong to. */
export function watchPool(pool: pg.Pool, database: string): void {
  pool.on('connect', (client) => watchConnection(client, pool, database))
  const forget = poolUse.watch(async () => [
    [{ database, state: 'in use' }, pool.totalCount - pool.idleCount],
    [{ database, state: 'idle' }, pool.idleCount],
    [{ database, state: 'waiting' }, pool.waitingCount],
  ])
  const end = pool.end.bind(pool) as () => Promise<void>
  pool.end = (async () => {
    forget()
    await end()
  }) as typeof pool.end
}

function watchConnection(client: pg.PoolClient, pool: pg.Pool, database: string): void {
  const seconds = statementSeconds.labels(database)
  const send = client.query.bind(client) as (...given: unknown[]) => unknown
  const watched = (...given: unknown[]): unknown => {
    const [text, values] = given
    // Cursors and copies answer bit by bit, and are not waited for here.
    if (typeof text !== 'string') return send(...given)
    const work = currentWork()
    const span = work?.span.isRecording() ? beginStep(work, text, database) : undefined
    const started = performance.now()
    const answer = send(...given)
    if (!(answer instanceof Promise)) return answer
    const end = (isFailure: boolean) => {
      const ms = performance.now() - started
      seconds.observe(ms / 1_000)
      if (isFailure) span?.setStatus({ code: SpanStatusCode.ERROR })
      span?.end()
      if (work && ms >= thresholds.statementMs) noteSlow(work, { text, values, ms, database }, pool)
    }
    answer.then(
      () => end(false),
      () => end(true),
    )
    return answer
  }
  client.query = watched as typeof client.query
}

function beginStep(work: Work, text: string, database: string) {
  const statement = withoutValues(text)
  const attributes = { 'db.system.name': 'postgresql', 'db.namespace': database, 'db.query.text': statement }
  return startChild(
    `sql ${statement.split(' ', 1)[0]?.toLowerCase()}`,
    { kind: SpanKind.CLIENT, attributes },
    work.span,
  )
}

interface SlowStatement {
  text: string
  values: unknown
  ms: number
  database: string
}

function noteSlow({ slowStatements }: Work, { text, values, ms, database }: SlowStatement, pool: pg.Pool): void {
  if (slowStatements.length >= observeLimits.statements) return
  const statement = withoutValues(text)
  const isDue = isPlanDue(statement, performance.now())
  const plan = isDue ? explain(pool, text, Array.isArray(values) ? values : []) : Promise.resolve(undefined)
  slowStatements.push({ database, ms, statement, plan })
}
