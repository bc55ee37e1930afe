import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../../shared/log.js'
import { pause } from '../../../shared/pause.js'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { Spool } from '../../../shared/upload/spool.js'
import { validationDays } from './retention.js'

interface ForgetTools {
  em: EntityManager
  spool: Spool
  log: Log
  now: () => Date
}

/** Rows that one statement deletes, so that none holds up the answers of others. */
const rowsAtOnce = 20_000
const hourMs = 3_600_000

/** Deletes validation files that ended long enough ago, with every answer; how many files there were. */
export async function forgetFiles({ em, spool, now }: Omit<ForgetTools, 'log'>): Promise<number> {
  const old = await executeBound<{ batchId: string }>(em.fork(), oldSql, [now(), validationDays])
  for (const { batchId } of old) {
    let gone: readonly object[]
    do gone = await executeBound(em.fork(), deleteRowsSql, [batchId, rowsAtOnce])
    while (gone.length === rowsAtOnce)
    await executeBound(em.fork(), 'delete from validation_batch where batch_id = $1', [batchId])
    await spool.remove(batchId)
  }
  return old.length
}

/** Does so every hour until the signal. */
export async function keepForgettingFiles(tools: ForgetTools, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const forgotten = await forgetFiles(tools).catch((error: unknown) => {
      tools.log.warn({ err: error }, 'old validation files could not be deleted; trying again in an hour')
      return 0
    })
    if (forgotten) tools.log.info({ forgotten }, 'old validation files deleted')
    await pause(hourMs, signal)
  }
}

const oldSql = `
  select batch_id as "batchId" from validation_batch
  where finished_at < $1::timestamptz - make_interval(days => $2) order by finished_at limit 100`

const deleteRowsSql = `
  delete from validation_batch_row
  where batch_id = $1 and row_number in (
    select row_number from validation_batch_row where batch_id = $1 order by row_number limit $2)
  returning row_number`
