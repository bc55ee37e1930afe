import { badInput, conflict, notFound } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import type { MocCredit } from '../completion/completion.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import type { CreditsContext } from '../context.js'
import { type CountChange, countCredit, countOf } from '../count/count-credit.js'

const maxReasonLength = 500

interface Answer {
  partId: string
  decision: 'ACCEPTED' | 'REJECTED'
  reason: string | null | undefined
}

type PendingPart = Omit<CountChange, 'accepted' | 'pending'> & { learnerId: string; status: string }

/** Appends the board’s decision to the ledger and moves the projection along with it. */
export async function decideMoc(
  { partId: id, decision, reason }: Answer,
  { em, viewer }: CreditsContext,
): Promise<MocCredit> {
  const boardCode = viewer.ownCertifyingBoard()
  const partId = uuid(id)
  const said = reason?.trim() || null
  if (decision === 'REJECTED' && !said) throw badInput('Say why: the provider needs the reason to correct the record.')
  if (said && said.length > maxReasonLength) throw badInput(`Write at most ${maxReasonLength} characters.`)

  return em.transactional(async (transaction) => {
    const [part] = await transaction.execute<PendingPart[]>(
      `select learner_id as "learnerId", status, activity_id as "activityId", provider_id as "providerId",
         board_code as "boardCode", (recorded_at at time zone 'America/Chicago')::date::text as "recordedOn"
       from live_credit
       where part_id = ?::uuid and kind = 'MOC' and board_code = ? for update`,
      [partId, boardCode],
    )
    if (!part) throw notFound('There are no such points, or they are not for your board.')
    if (part.status !== 'PENDING' && part.status !== decision)
      throw conflict(`These points were ${part.status.toLowerCase()} before.`)
    if (part.status === 'PENDING') {
      await transaction.execute(
        `with decided as (
           insert into part_decision (learner_id, part_id, sequence, decision, reason, decided_by)
           select learner_id, part_id, max(sequence) + 1, ?, ?, ? from part_decision
           where learner_id = ?::uuid and part_id = ?::uuid group by learner_id, part_id
         )
         update live_credit set status = ?, reason = ? where learner_id = ?::uuid and part_id = ?::uuid`,
        [decision, said, viewer.signedIn().accountId, part.learnerId, partId, decision, said, part.learnerId, partId],
      )
      await countCredit(transaction, [
        { ...part, ...countOf('PENDING', -1) },
        { ...part, ...countOf(decision, 1) },
      ])
    }
    const [record] = await findRecords(transaction, {
      scope: visibleParts(viewer),
      and: [{ where: 'c.part_id = ?::uuid', params: [partId] }],
      order: 'NEWEST_RECORDED',
      limit: 1,
    })
    const decided = record?.moc[0]
    if (!decided) throw notFound('There are no such points, or they are not for your board.')
    return decided
  })
}
