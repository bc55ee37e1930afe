import type pg from 'pg'
import { observeLimits } from './limits.js'
import { withoutValues } from './statement-text.js'
import { apart } from './work.js'

/** One step of a plan, without the values in its conditions. */
export interface PlanStep {
  step: string
  of?: string
  by?: string
  conditions?: string[]
  rows: number
  cost: number
  below?: PlanStep[]
}

/** What PostgreSQL says of one step; only what is named here is told. */
interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  'Hash Cond'?: string
  'Join Filter'?: string
  Filter?: string
  'Plan Rows': number
  'Total Cost': number
  Plans?: PlanNode[]
}

const conditionNames = ['Index Cond', 'Recheck Cond', 'Hash Cond', 'Join Filter', 'Filter'] as const
const isPlanned = /^\s*(?:select|with|insert|update|delete|merge|values)\b/i

/** When the plan of each statement was asked for last, oldest first. */
const asked = new Map<string, number>()

/** Whether the plan of a statement is due, which it is once a minute; asking counts. */
export function isPlanDue(statement: string, now: number): boolean {
  if (!isPlanned.test(statement)) return false
  const last = asked.get(statement)
  if (last !== undefined && now - last < observeLimits.planEveryMs) return false
  asked.delete(statement)
  asked.set(statement, now)
  const [oldest] = asked.keys()
  if (asked.size > observeLimits.plannedStatements && oldest !== undefined) asked.delete(oldest)
  return true
}

/**
 * How the database would run a statement, which it does not do. Undefined while every connection is taken, and for what only
 * has a plan where it was run, because of tables of its own transaction for example.
 */
export async function explain(pool: pg.Pool, text: string, values: unknown[]): Promise<PlanStep | undefined> {
  if (pool.waitingCount > 0 || pool.totalCount - pool.idleCount >= pool.options.max) return undefined
  return apart(() => ask(pool, text, values)).catch(() => undefined)
}

async function ask(pool: pg.Pool, text: string, values: unknown[]): Promise<PlanStep | undefined> {
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    await client.query(`set local statement_timeout = ${observeLimits.planTimeoutMs}`)
    // The extended protocol takes one statement: nothing that stands behind it is run.
    const asking = { text: `explain (format json) ${text}`, values, queryMode: 'extended' }
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(asking)
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    return plan && toldStep(plan, { left: observeLimits.planSteps })
  } finally {
    const isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    client.release(isBroken)
  }
}

function toldStep(node: PlanNode, budget: { left: number }): PlanStep {
  budget.left -= 1
  const conditions = conditionNames.flatMap((name) => {
    const condition = node[name]
    return condition === undefined ? [] : [`${name}: ${withoutValues(condition, observeLimits.conditionLength)}`]
  })
  const below: PlanStep[] = []
  for (const child of node.Plans ?? []) if (budget.left > 0) below.push(toldStep(child, budget))
  return {
    step: node['Node Type'],
    ...(node['Relation Name'] && { of: node['Relation Name'] }),
    ...(node['Index Name'] && { by: node['Index Name'] }),
    ...(conditions.length && { conditions }),
    rows: node['Plan Rows'],
    cost: node['Total Cost'],
    ...(below.length && { below }),
  }
}
