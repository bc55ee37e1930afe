import type { MikroORM } from '@mikro-orm/postgresql'
import type { Log } from '../../subgraphs/shared/log.js'
import { executeBound } from '../../subgraphs/shared/postgres/bound.js'

const flushMs = 5_000

interface Use {
  accountId: string
  operationId: string
  day: string
  calls: number
  failures: number
  milliseconds: number
}

/** Counts how often each registered operation is run, in memory first and every few seconds in the database. */
export class OperationUse {
  private counted = new Map<string, Use>()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly orm: MikroORM,
    private readonly log: Log,
    private readonly now: () => Date,
  ) {
    this.timer = setInterval(() => void this.flush(), flushMs).unref()
  }

  /** Counts one run and how long it took. */
  add(accountId: string, operationId: string, milliseconds: number, isFailure: boolean): void {
    const day = this.now().toISOString().slice(0, 10)
    this.count({ accountId, operationId, day, calls: 1, failures: isFailure ? 1 : 0, milliseconds })
  }

  /** Writes down what has been counted; what cannot be written now is kept for the next time. */
  async flush(): Promise<void> {
    const uses = [...this.counted.values()]
    if (!uses.length) return
    this.counted = new Map()
    try {
      await executeBound(this.orm.em.fork(), addSql, [JSON.stringify(uses)])
    } catch (error) {
      this.log.warn({ err: error }, 'the use of operations could not be written down yet')
      for (const use of uses) this.count(use)
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }

  private count(more: Use): void {
    const key = `${more.accountId} ${more.operationId} ${more.day}`
    const use = this.counted.get(key)
    if (!use) {
      this.counted.set(key, more)
      return
    }
    use.calls += more.calls
    use.failures += more.failures
    use.milliseconds += more.milliseconds
  }
}

const addSql = `
  insert into operation_use as known (account_id, operation_id, used_on, calls, failures, milliseconds)
  select "accountId", "operationId", day, calls, failures, round(milliseconds)
  from jsonb_to_recordset($1::jsonb) as added
    ("accountId" text, "operationId" text, day date, calls bigint, failures bigint, milliseconds double precision)
  on conflict (account_id, operation_id, used_on) do update set calls = known.calls + excluded.calls,
    failures = known.failures + excluded.failures, milliseconds = known.milliseconds + excluded.milliseconds`
