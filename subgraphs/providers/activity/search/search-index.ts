import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import { Columns } from './columns.js'
import { TextMemory } from './text-memory.js'

const rowsAtOnce = 20_000
const rememberedChanges = 1_000
const separator = '\u001f'

interface ChangedRow {
  snapshot: string
  slot: number | null
  activityId: string
  isListed: boolean
  startsOn: number
  endsOn: number
  creditQuarters: number
  titleLength: number
  tags: string
}

/**
 * The columns that the search counts in, as true as the database at the moment of each question: before it is answered,
 * whatever was committed since the last one is read. Every process has its own.
 */
export class SearchIndex {
  /** Where texts are found, for those who ask after looking at the columns. */
  readonly texts = new TextMemory(this)
  private readonly columns = new Columns()
  private snapshot: string | undefined
  private running: Promise<Columns> = Promise.resolve(this.columns)
  private next: Promise<Columns> | undefined
  private changes: number[] = []
  private forgotten = 0

  constructor(private readonly fork: () => EntityManager) {}

  /** The columns with everything that was committed before the call. Who asks at the same time shares one look. */
  current(): Promise<Columns> {
    this.next ??= this.follow()
    return this.next
  }

  /** Grows with every change; says with `changedSince` whether something that was found is still true. */
  get revision(): number {
    return this.forgotten + this.changes.length
  }

  /** The slots that have changed since a revision, or undefined when they are too many to remember. */
  changedSince(revision: number): number[] | undefined {
    return revision < this.forgotten ? undefined : this.changes.slice(revision - this.forgotten)
  }

  private async follow(): Promise<Columns> {
    // Whoever asked before us hears of a failure; we only wait for our turn.
    await this.running.catch(() => undefined)
    this.running = this.read()
    this.next = undefined
    return this.running
  }

  private async read(): Promise<Columns> {
    const em = this.fork()
    const before = this.snapshot
    let snapshot: string | undefined
    let slot = -1
    for (let length = rowsAtOnce; length === rowsAtOnce; ) {
      const rows = await executeBound<ChangedRow>(
        em,
        before ? changedSql : allSql,
        before ? [slot, rowsAtOnce, before] : [slot, rowsAtOnce],
      )
      snapshot ??= rows[0]?.snapshot
      for (const row of rows) if (row.slot !== null) this.put(row, row.slot)
      length = rows.length
      slot = rows.at(-1)?.slot ?? slot
    }
    this.snapshot = snapshot
    return this.columns
  }

  private put({ tags, ...row }: ChangedRow, slot: number): void {
    this.columns.put({ ...row, slot, tags: tags ? tags.split(separator) : [] })
    this.changes.push(slot)
    if (this.changes.length < 2 * rememberedChanges) return
    this.forgotten += rememberedChanges
    this.changes = this.changes.slice(rememberedChanges)
  }
}

const fields = `
  slot, activity_id as "activityId", is_listed as "isListed", starts_on - date '1970-01-01' as "startsOn",
  ends_on - date '1970-01-01' as "endsOn", credit_quarters as "creditQuarters", title_length as "titleLength",
  array_to_string(tags, E'\\x1f') as tags`

const pageOf = (source: string) => `
  select taken.snapshot, page.*
  from (select pg_current_snapshot()::text as snapshot) taken
  left join lateral (select ${fields} from ${source} where slot > $1 order by slot limit $2) page on true`

const allSql = pageOf('activity_search')

// What another transaction had written but not committed at the last look has an older number than what was seen then,
// so it is not a number that is remembered, but who could be seen.
const changedSql = `
  with changed_since as materialized (
    select * from activity_search
    where changed >= pg_snapshot_xmin($3::pg_snapshot) and not pg_visible_in_snapshot(changed, $3::pg_snapshot)
  ) ${pageOf('changed_since')}`
