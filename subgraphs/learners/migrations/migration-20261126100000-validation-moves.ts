import { Migration } from '@mikro-orm/migrations'
import { createLiveEvents, dropLiveEvents, dropMovesOf, tellMovesOf } from '../../shared/live/live-table.js'

const table = 'validation_batch'

/** What those who follow validation files are told. */
export class Migration20261126100000ValidationMoves extends Migration {
  override up(): void {
    for (const statement of createLiveEvents) this.addSql(statement)
    for (const statement of tellMovesOf(table, ['state', 'total_rows', 'applied_rows'])) this.addSql(statement)
  }

  override down(): void {
    for (const statement of dropMovesOf(table)) this.addSql(statement)
    this.addSql(dropLiveEvents)
  }
}
