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
    const key = `${accountId} ${operationId} ${day}`
    const use = this.counted.get(key) ?? { accountId, operationId, day, calls: 0, failures: 0, milliseconds: 0 }
    use.calls += 1
    use.failures += isFailure ? 1 : 0
    use.milliseconds += milliseconds
    this.counted.set(key, use)
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
      for (const use of uses) this.putBack(use)
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }

  private putBack(use: Use): void {
    const key = `${use.accountId} ${use.operationId} ${use.day}`
    const later = this.counted.get(key)
    this.counted.set(key, {
      ...use,
      calls: use.calls + (later?.calls ?? 0),
      failures: use.failures + (later?.failures ?? 0),
      milliseconds: use.milliseconds + (later?.milliseconds ?? 0),
    })
  }
}

const addSql = `
  insert into operation_use as known (account_id, operation_id, used_on, calls, failures, milliseconds)
  select "accountId", "operationId", day, calls, failures, round(milliseconds)
  from jsonb_to_recordset($1::jsonb) as added
    ("accountId" text, "operationId" text, day date, calls bigint, failures bigint, milliseconds double precision)
  on conflict (account_id, operation_id, used_on) do update set calls = known.calls + excluded.calls,
    failures = known.failures + excluded.failures, milliseconds = known.milliseconds + excluded.milliseconds`
