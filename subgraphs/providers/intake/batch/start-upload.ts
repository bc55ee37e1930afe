import { LockMode } from '@mikro-orm/core'
import { badInput, conflict } from '../../../shared/errors.js'
import { uuid } from '../../../shared/graphql/id.js'
import type { ProvidersContext } from '../../context.js'
import type { ColumnKey } from '../column/column.js'
import { parseColumnKey } from '../column/columns.js'
import { normalHeader } from '../column/header-words.js'
import { ActivityBatch } from './activity-batch.js'
import { visibleActivityBatches } from './activity-batch.policy.js'
import type { ColumnChoiceInput } from './activity-upload-input.js'
import { rememberChoices } from './column-choices.js'

const mostChoices = 256

/** Lets a worker begin with a file whose preview was looked at, and remembers what its columns are. */
export async function startUpload(
  batchId: string,
  chosen: readonly ColumnChoiceInput[],
  { em, viewer, now, files }: ProvidersContext,
): Promise<ActivityBatch> {
  const choices = parseChoices(chosen)
  return em.transactional(async (transaction) => {
    const batch = await transaction.findOneOrFail(
      ActivityBatch,
      { $and: [{ batchId: uuid(batchId) }, visibleActivityBatches(viewer)] },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    )
    viewer.must('start', batch)
    if (!batch.needsConfirmation) throw conflict('This file does not wait to be started.')
    await rememberChoices(transaction, batch.providerId, choices, now())
    batch.confirmedAt = now()
    await transaction.flush()
    await files.queue.add(transaction, batch.batchId, batch.providerId)
    return batch
  })
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
