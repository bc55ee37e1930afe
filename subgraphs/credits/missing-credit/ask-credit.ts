import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { badInput } from '../../shared/errors.js'
import { inTime } from '../../shared/upload/in-time.js'
import type { BoardPoints } from '../claimed-points/claimed-points.js'
import { findOffer } from '../claimed-points/offered-points.js'
import { readPoints } from '../claimed-points/read-points.js'
import type { CreditsContext } from '../context.js'
import type { PreparedChunk } from '../record/apply-chunk.js'
import { lockAsking, refuseTooMany } from './ask-bounds.js'
import { nextStepOn } from './clock.js'
import { CreditRequest } from './credit-request.js'
import { type Ask, type ReadAsk, readAsk } from './read-ask.js'
import { recordStep } from './record-step.js'
import { findReported, prepareRequest } from './request-row.js'
import { findSameRequest, isProvider } from './same-request.query.js'
import { type Identity, verifiedIdentity } from './verified-identity.js'

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** What became of a question: a request, the one that was there, or the record that has the credit. */
export type Asked =
  | { outcome: 'ASKED' | 'ALREADY_ASKED'; request: CreditRequest }
  | { outcome: 'ALREADY_REPORTED'; completionId: string }

/** Who asks, what for, and the row that it would be where the activity is known. */
interface Question {
  who: Identity
  read: ReadAsk
  boardPoints: readonly BoardPoints[]
  chunk: PreparedChunk | null
}

/**
 * Asks a provider for credit that is not on the physician’s record. Where the credit is there, or the same request, that
 * is the answer at once.
 */
export async function askCredit(ask: Ask, tools: Tools): Promise<Asked> {
  const { em, owners, viewer, now } = tools
  const learnerId = viewer.ownLearnerId()
  const read = readAsk(ask, centralDay(now()))
  const who = await verifiedIdentity(em, learnerId, await owners.physician(viewer.signedIn()), read.completedOn)
  const boardPoints = await pointsOf(read, tools)
  const said = { ...who, completedOn: read.completedOn, credits: read.credits, boardPoints }
  const prepare = async () => (read.activityId ? prepareRequest(said, read.activityId, owners) : null)
  return inTime(await prepare(), prepare, (chunk) =>
    em.transactional((transaction) => place(transaction, { who, read, boardPoints, chunk }, tools)),
  )
}

async function pointsOf({ activityId, completedOn, points, credits }: ReadAsk, tools: Tools): Promise<BoardPoints[]> {
  if (!activityId || !points.length) return []
  return readPoints(points, await findOffer(activityId, completedOn, tools), credits)
}

async function place(em: EntityManager, { who, read, boardPoints, chunk }: Question, tools: Tools): Promise<Asked> {
  const { viewer, now, newId } = tools
  const { activityId, described, completedOn, credits, note } = read
  const providerId = await providerOf(em, read, chunk)
  const key = { learnerId: who.learnerId, providerId, activityId, described, completedOn }
  await lockAsking(em, who.learnerId)
  const same = await findSameRequest(em, key)
  if (same) return { outcome: 'ALREADY_ASKED', request: await em.findOneOrFail(CreditRequest, same) }
  const completionId = chunk && (await findReported(em, chunk, { providerId, tools, isNew: true }))
  if (completionId) return { outcome: 'ALREADY_REPORTED', completionId }
  await refuseTooMany(em, who.learnerId, now())

  const [at, askedOn] = [now(), centralDay(now())]
  const clock = { askedAt: at, askedOn, nextStepOn: nextStepOn(askedOn, 0) }
  const request = em.create(CreditRequest, {
    requestId: newId(),
    ...who,
    ...key,
    credits,
    boardPoints,
    state: 'REQUESTED',
    ...clock,
  })
  await recordStep(em, request, { kind: 'ASKED', by: viewer.signedIn(), words: note, at })
  return { outcome: 'ASKED', request }
}

async function providerOf(em: EntityManager, read: ReadAsk, chunk: PreparedChunk | null): Promise<string> {
  if (read.activityId === null) {
    if (await isProvider(em, read.providerId)) return read.providerId
    throw badInput('There is no such provider. Choose it from the list again.')
  }
  const activity = chunk?.asked.activities.get(read.activityId)
  if (activity) return activity.providerId
  throw badInput('There is no such activity. Choose it from the list again, or describe it in words.')
}
