import { Field, ID, InputType, Int } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { type ColumnKey, columns } from '../batch/columns.js'
import { mostColumns } from '../intake/limits.js'
import type { EveryRow } from './column-mapping.js'
import { DayOrder } from './day-order.js'
import type { Said } from './propose-mapping.js'

@InputType({ description: 'Which of our columns a column of a file is.' })
export class ColumnUseInput {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  position!: number

  @Field(() => ID, { nullable: true, description: 'The column it is, as LearnerColumn.key; null not to read it.' })
  column?: string | null
}

@InputType({ description: 'What stands in every row, for a column that the file lacks.' })
export class EveryRowInput {
  @Field(() => ID, { description: 'The column, as LearnerColumn.key.' })
  column!: string

  @Field(() => String, {
    description:
      'The text, as a cell of the template would have it; days as mm/dd/yyyy or yyyy-mm-dd. Blank takes it away.',
  })
  text!: string
}

@InputType({
  description:
    'How a file is read that has not the columns of the template. What is left out is as remembered of files with the same headers, or as recognized.',
})
export class ColumnMappingInput {
  @Field(() => [ColumnUseInput], { defaultValue: [], description: 'What columns are; at most 256, each of ours once.' })
  columns!: ColumnUseInput[]

  @Field(() => DayOrder, {
    nullable: true,
    description: 'Which number comes first in dates; needed where the file does not show it.',
  })
  dayOrder?: DayOrder | null

  @Field(() => [EveryRowInput], {
    defaultValue: [],
    description:
      'What stands in every row, for columns that the file lacks; where the file has the column, its cells hold.',
  })
  everyRow!: EveryRowInput[]
}

const byKey = new Map<string, (typeof columns)[number]>(columns.map((column) => [column.key, column]))

/** What a mapping says, checked. Throws BAD_USER_INPUT for columns that there are not, or not so often. */
export function readSaid({ columns: uses, dayOrder, everyRow }: ColumnMappingInput): Said {
  if (uses.length > mostColumns || everyRow.length > columns.length)
    throw badInput(`Say what at most ${mostColumns} columns are, and each of ours once.`)
  const said = new Map(uses.map(({ position, column }) => [position, column ? columnOf(column).key : null]))
  const keys = [...said.values()].flatMap((key) => key ?? [])
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  if (twice) throw badInput(`Two columns are taken for ${columnOf(twice).header}. Choose one of them.`)
  return { columns: said, dayOrder: dayOrder ?? null, everyRow: readEveryRow(everyRow) }
}

function readEveryRow(given: readonly EveryRowInput[]): EveryRow {
  const texts = given.flatMap(({ column, text }): [ColumnKey, string][] => {
    const { key, header, maxLength } = columnOf(column)
    if (text.length > maxLength) throw badInput(`${header} has at most ${maxLength} characters.`)
    return [[key, text.trim()]]
  })
  return Object.fromEntries(texts)
}

function columnOf(key: string) {
  const found = byKey.get(key)
  if (!found) throw badInput(`There is no column ${key.slice(0, 60)}.`)
  return found
}
