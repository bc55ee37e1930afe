import { providersOrm } from '../../../subgraphs/providers/start.js'
import { copyRows, type TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import { type DayNumber, dayNumber, dayText } from '../../seed/day.js'
import { providersTables } from '../../seed/load/providers.js'
import { inSession } from '../../seed/load/session.js'
import { scales } from '../../seed/scale.js'
import { makeWorld } from '../../seed/world.js'

/** Fills an empty database with that many activities, every one of which can be found on the day. */
export async function loadCatalogue(
  url: string,
  activities: number,
  today: string,
  say: (line: string) => void,
): Promise<void> {
  const orm = await providersOrm(url)
  await orm.migrator.up().finally(() => orm.close())
  const world = makeWorld({ ...scales.l, physicians: 1_000, completions: 0, activities, seed: 1, today })
  await inSession(url, async (client) => {
    for (const table of providersTables(world)) {
      say(`Loading ${table.table}`)
      await copyRows(
        client,
        table.table === 'activity' ? allToBeFound(table, dayNumber(today)) : table,
        () => undefined,
      )
    }
    await client.query('vacuum analyze')
  })
}

/** Of the activities of a seed most are over, as in life; here each is moved on by years until it is not. */
function allToBeFound({ columns, rows, ...table }: TableRows, today: DayNumber): TableRows {
  const place = (column: string) => columns.indexOf(column)
  const [startsOn, endsOn, format] = [place('starts_on'), place('ends_on'), place('activity_format')]
  const moveOn = (cells: readonly Cell[]): Cell[] => {
    const moved = [...cells]
    const [start, end] = [
      dayNumber(String(cells[startsOn] ?? dayText(today))),
      dayNumber(String(cells[endsOn] ?? dayText(today))),
    ]
    const years = Math.max(0, Math.ceil((today - end) / 365))
    moved[startsOn] = dayText(start + years * 365)
    moved[endsOn] = dayText(end + years * 365)
    moved[place('display_in_passport')] = true
    moved[place('status')] = 'ACTIVE'
    for (const [column, usual] of Object.entries(usualCells)) moved[place(column)] ??= usual
    moved[format] ??= 'OTHER'
    return moved
  }
  return {
    ...table,
    columns,
    rows: function* () {
      for (const cells of rows()) yield moveOn(cells)
    },
  }
}

/** What a draft of the seed lacks. */
const usualCells = {
  credit_quarters: 4,
  providership: 'DIRECT',
  fee: 'NO_FREE',
  registration: 'OPEN_TO_ALL',
  description: 'Announced.',
}
