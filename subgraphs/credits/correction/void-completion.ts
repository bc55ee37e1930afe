import { badInput } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import type { CreditsContext } from '../context.js'
import { lockRecording } from '../record/record-lock.js'
import { actingFor } from '../submission/acting.js'
import { mustBeReported } from './expect-version.js'
import { headOf, partsIn } from './ledger-record.js'
import { holdRecord } from './read-record.js'
import { writeVersion } from './write-version.js'

const maxReasonLength = 500

/**
 * Takes a record back by a version without parts: it is gone from every view (L39), and who took it back and why stays. A
 * record that is taken back already is left as it is.
 */
export async function voidCompletion(
  completionId: string,
  reason: string,
  tools: Pick<CreditsContext, 'em' | 'viewer' | 'newId'>,
): Promise<void> {
  const acting = actingFor(tools)
  const { providerId, source, submittedBy, byName } = acting
  const [recordId, said] = [uuid(completionId), reason.trim()]
  if (!said) throw badInput('Say why: the reason stays with the record.')
  if (said.length > maxReasonLength) throw badInput(`Write at most ${maxReasonLength} characters.`)
  await tools.em.transactional(async (em) => {
    await lockRecording(em, [providerId])
    const record = await holdRecord(em, providerId, recordId)
    const head = headOf(record)
    mustBeReported(record)
    if (head.verb === 'VOIDED') return
    await writeVersion(em, record, {
      versionId: tools.newId(),
      verb: 'VOIDED',
      activityId: head.activityId,
      completedOn: head.completedOn,
      plan: { kept: [], voided: partsIn(record, head), added: [] },
      reason: said,
      source,
      batchId: null,
      rowNumber: null,
      submittedBy,
      byName,
    })
  })
}
