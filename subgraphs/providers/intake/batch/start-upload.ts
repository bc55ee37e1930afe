import type { EntityManager } from '@mikro-orm/postgresql'
import { normalHeader } from '../../../shared/column/header-words.js'
import { badInput } from '../../../shared/errors.js'
import { uuid } from '../../../shared/graphql/id.js'
import { confirmUpload } from '../../../shared/upload/confirm-upload.js'
import type { ProvidersContext } from '../../context.js'
import type { ColumnKey } from '../column/column.js'
import { parseColumnKey } from '../column/columns.js'
import { type ActivityBatch, activityBatchKind } from './activity-batch.js'
import { visibleActivityBatches } from './activity-batch.policy.js'
import type { ColumnChoiceInput } from './activity-upload-input.js'
import { rememberChoices } from './column-choices.js'

const mostChoices = 256

/** Lets a worker begin with a file whose preview was looked at, and remembers what its columns are. */
export function startUpload(
  batchId: string,
  chosen: readonly ColumnChoiceInput[],
  { em, viewer, now, files }: ProvidersContext,
): Promise<ActivityBatch> {
  const choices = parseChoices(chosen)
  const note = (batch: ActivityBatch, transaction: EntityManager) => {
    viewer.must('start', batch)
    return rememberChoices(transaction, batch.providerId, choices, now())
  }
  const tools = { em, queue: files.queue, now }
  return confirmUpload(activityBatchKind, uuid(batchId), visibleActivityBatches(viewer), note, tools)
}

/** What is chosen for each header, in its normal form. Throws BAD_USER_INPUT for a column that there is not. */
export function parseChoices(chosen: readonly ColumnChoiceInput[]): Map<string, ColumnKey | null> {
  if (chosen.length > mostChoices) throw badInput(`Choose for at most ${mostChoices} columns.`)
  return new Map(
    chosen.map(({ header, column }) => {
      const key = column ? parseColumnKey(column) : null
      if (key === undefined) throw badInput(`There is no column ${column?.slice(0, 60)}.`)
      return [normalHeader(header), key]
    }),
  )
}
