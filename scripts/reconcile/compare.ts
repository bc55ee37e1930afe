import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { DatabasePart } from '../supervisor/settings.js'
import type { Check, Side } from './checks.js'

const rowsPerFetch = 5_000
const keptDifferences = 1_000
// What was told a moment ago may still be on its way; what differs after this pause as well is wrong.
const pauseMs = 3_000

interface Row {
  key: string
  fact: string
}

/** What stands on one side only, or otherwise on the other; null where it stands not at all. */
export interface Difference {
  key: string
  truth: string | null
  copy: string | null
}

export interface Comparison {
  compared: number
  differences: Difference[]
}

type Urls = Readonly<Record<DatabasePart, string>>

/** Compares both sides of a check, and once more where they differ: only what differs both times is a difference. */
export async function compare(check: Check, urls: Urls, waitMs = pauseMs): Promise<Comparison> {
  if (!(await hasBegun(check, urls))) return { compared: 0, differences: [] }
  const first = await compareOnce(check, urls)
  if (!first.differences.length) return first
  await sleep(waitMs)
  const again = await compareOnce(check, urls)
  const stillOff = new Set(again.differences.map(({ key }) => key))
  return { compared: again.compared, differences: first.differences.filter(({ key }) => stillOff.has(key)) }
}

async function hasBegun({ begun, copy }: Check, urls: Urls): Promise<boolean> {
  if (!begun) return true
  const client = new pg.Client({ connectionString: urls[copy.part], application_name: 'creditgraph reconcile' })
  await client.connect()
  try {
    return (await client.query(begun)).rows.length > 0
  } finally {
    await client.end()
  }
}

/** Walks both sides in the order of their keys, a page at a time. */
async function compareOnce({ truth, copy }: Check, urls: Urls): Promise<Comparison> {
  const [ours, theirs] = [rowsOf(truth, urls), rowsOf(copy, urls)]
  const differences: Difference[] = []
  let compared = 0
  try {
    let [left, right] = [await nextOf(ours), await nextOf(theirs)]
    while ((left || right) && differences.length < keptDifferences) {
      const key = smallerKey(left, right)
      const [truthFact, copyFact] = [left, right].map((row) => (row?.key === key ? row.fact : null))
      if (truthFact !== copyFact) differences.push({ key, truth: truthFact ?? null, copy: copyFact ?? null })
      compared += 1
      if (left?.key === key) left = await nextOf(ours)
      if (right?.key === key) right = await nextOf(theirs)
    }
  } finally {
    await ours.return(undefined)
    await theirs.return(undefined)
  }
  return { compared, differences }
}

const smallerKey = (left: Row | undefined, right: Row | undefined) =>
  left && (!right || left.key <= right.key) ? left.key : (right?.key ?? '')

async function nextOf(rows: AsyncGenerator<Row, void>): Promise<Row | undefined> {
  const { value } = await rows.next()
  return value || undefined
}

async function* rowsOf({ part, sql }: Side, urls: Urls): AsyncGenerator<Row, void> {
  const client = new pg.Client({ connectionString: urls[part], application_name: 'creditgraph reconcile' })
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query(`declare side cursor for select * from (${sql}) as side order by key collate "C"`)
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${rowsPerFetch} from side`)
      yield* rows
      if (rows.length < rowsPerFetch) return
    }
  } finally {
    await client.end()
  }
}
