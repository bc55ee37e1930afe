import { randomBytes } from 'node:crypto'
import { badInput } from '../../shared/errors.js'
import { visibleParts } from '../completion/completion.policy.js'
import { findRecords } from '../completion/completion.query.js'
import { checkPeriod } from '../completion/period.js'
import type { CreditsContext } from '../context.js'
import type { Owners } from '../owners/owners.js'
import { documentHash } from './document-hash.js'
import type { Transcript } from './transcript.js'
import { insertTranscript } from './transcript.query.js'
import { transcriptDocument } from './transcript-document.js'
import { verificationCode, verificationCodeBytes } from './verification-code.js'

const maxEntries = 5_000

type Tools = Pick<CreditsContext, 'viewer' | 'em' | 'now' | 'newId'> & {
  owners: Pick<Owners, 'activityFacts' | 'physician'>
}

/** Publishes a physician’s accepted credit of a period as an official transcript, on his or her own request only. */
export async function publishTranscript(
  period: { from: string; to: string },
  { viewer, em, owners, now, newId }: Tools,
): Promise<Transcript> {
  const learnerId = viewer.ownLearnerId()
  const { from, to } = checkPeriod(period)
  const records = await findRecords(em, {
    scope: visibleParts(viewer),
    and: [
      { where: `c.status = 'ACCEPTED'`, params: [] },
      { where: 'c.completed_on between ?::date and ?::date', params: [from, to] },
    ],
    order: 'NEWEST_COMPLETED',
    limit: maxEntries + 1,
  })
  if (records.length > maxEntries) throw tooLong()

  const activityIds = new Set(records.map(({ activity }) => activity.activityId))
  const [physician, activities] = await Promise.all([
    owners.physician(viewer.signedIn()),
    owners.activityFacts([...activityIds]),
  ])
  const document = transcriptDocument({ physician, period: { from, to }, publishedAt: now(), records, activities })
  return insertTranscript(em, learnerId, {
    transcriptId: newId(),
    verificationCode: verificationCode(randomBytes(verificationCodeBytes)),
    hash: documentHash(document),
    document,
  })
}

const tooLong = () =>
  badInput(
    `This period has more than ${maxEntries.toLocaleString('en-US')} completions, which one transcript can list.`,
    {
      hint: 'Choose a shorter period.',
    },
  )
