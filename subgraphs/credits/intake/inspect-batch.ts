import type { EntityManager } from '@mikro-orm/postgresql'
import { FileRefusal } from '../../shared/workbook/refusal.js'
import type { Batch } from '../batch/batch.js'
import { isOfHeader } from '../column-mapping/look-at-file.js'
import { rememberedFor } from '../column-mapping/read-mapping.js'
import { inspectLearnerFile } from './learner-file.js'

/**
 * Reads the file of a batch once to its end and notes what it holds. A file with columns of its own that nobody has
 * looked at is read as its provider said of such files before. Throws FileRefusal.
 */
export async function inspectBatch(batch: Batch, path: string, em: EntityManager): Promise<void> {
  const { layout, rowCount, columns, warnings, mapping } = await inspectAs(batch, path, em)
  const fileWarnings = warnings.map(({ message, place }) => `${place}: ${message}`)
  Object.assign(batch, { layout, mapping, totalRows: rowCount, columns, fileWarnings })
}

async function inspectAs({ providerId, mapping }: Batch, path: string, em: EntityManager) {
  try {
    return { mapping, ...(await inspectLearnerFile(path, providerId, mapping)) }
  } catch (error) {
    if (mapping || !(error instanceof FileRefusal && isOfHeader(error))) throw error
    const remembered = await rememberedFor(em, providerId, path)
    if (!remembered) throw error
    return { mapping: remembered, ...(await inspectLearnerFile(path, providerId, remembered)) }
  }
}
