import { Directive, Field, Int, ObjectType } from 'type-graphql'
import type { Upload } from './upload.js'
import { BatchState } from './upload-enums.js'

@Directive('@shareable')
@ObjectType({ description: 'How far the work on a file has come.' })
export class UploadProgress {
  @Field(() => Int, { description: 'Rows that are through, of all rows, in percent from 0 to 100.' })
  percent!: number

  @Field(() => Int, { nullable: true, description: 'Rows a second, from the first; null before the first rows.' })
  rowsPerSecond!: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds that the rest takes at that rate; null where unknown.' })
  secondsLeft!: number | null
}

/** How far the work on a file has come at an instant. Pure. */
export function progressOf(
  { state, totalRows, appliedRows, startedAt, finishedAt }: Upload,
  now: Date,
): UploadProgress {
  const ms = startedAt ? (finishedAt ?? now).getTime() - startedAt.getTime() : 0
  const rate = appliedRows > 0 && ms > 0 ? (appliedRows / ms) * 1_000 : null
  const isUnderWay = state === BatchState.APPLYING
  return {
    percent: totalRows ? Math.floor((appliedRows / totalRows) * 100) : 0,
    rowsPerSecond: rate && Math.max(1, Math.round(rate)),
    secondsLeft: isUnderWay && rate && totalRows ? Math.ceil((totalRows - appliedRows) / rate) : null,
  }
}
