import { randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { badInput, notFound, quotaExceeded } from '../../shared/errors.js'
import { isStorable } from '../../shared/graphql/text.js'
import { executeBound } from '../../shared/postgres/bound.js'
import type { CreditsContext } from '../context.js'
import type { ActivityFacts } from '../owners/owners.js'
import { printQuarters } from '../record/issue.js'
import { isWithin } from '../record/judge-activity.js'
import { CheckIn, type CheckInInput } from './check-in.js'
import { lettersOf, roomLength } from './slot-code.js'

const maxHours = 24
const maxDaysAhead = 60
const maxPlaceLength = 120
const maxExpected = 100_000
/** How many check-ins of a provider may wait or be open at once. */
export const maxOpen = 50
const secretBytes = 32

type Tools = Pick<CreditsContext, 'em' | 'owners' | 'viewer' | 'now' | 'newId'>

/** Opens a check-in to an active activity of the viewer’s provider. */
export async function openCheckIn(input: CheckInInput, { em, owners, viewer, now, newId }: Tools): Promise<CheckIn> {
  const providerId = viewer.ownProviderId()
  const facts = (await owners.activityFacts([input.activityId])).get(input.activityId)
  if (facts?.providerId !== providerId) throw notFound('There is no such activity, or it is not yours.')
  const refusal = refusalOf(input, facts, now())
  if (refusal) throw badInput(refusal)
  return em.transactional(async (transaction) => {
    await executeBound(transaction, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`check-in ${providerId}`])
    await refuseTooMany(transaction, providerId, now())
    return transaction.create(CheckIn, {
      ...input,
      place: input.place.trim(),
      checkInId: newId(),
      providerId,
      room: await freeRoom(transaction),
      secret: randomBytes(secretBytes).toString('base64url'),
      openedBy: viewer.signedIn().accountId,
      createdAt: now(),
    })
  })
}

/** Why a check-in cannot be opened so, or undefined where it can. */
export function refusalOf(input: CheckInInput, facts: ActivityFacts, now: Date): string | undefined {
  const { completedOn, opensAt, closesAt, credits, place, expectedAttendees: expected } = input
  const hours = (closesAt.getTime() - opensAt.getTime()) / 3_600_000
  const refusals: [boolean, string][] = [
    [facts.status !== 'ACTIVE', 'Only an active activity can have a check-in. Activate the activity first.'],
    [credits <= 0, 'Offer more than 0 credits.'],
    [
      credits > facts.quarters,
      `This activity awards ${printQuarters(facts.quarters)} credits. Offer no more than that.`,
    ],
    [!isWithin(completedOn, facts.startsOn, facts.endsOn), 'Choose a day on which the activity takes place.'],
    [hours <= 0, 'A check-in has to close after it opens.'],
    [hours > maxHours, `A check-in is open for at most ${maxHours} hours. Open another one for the next day.`],
    [closesAt <= now, 'A check-in has to close in the future.'],
    [opensAt.getTime() - now.getTime() > maxDaysAhead * 86_400_000, `Open it at most ${maxDaysAhead} days ahead.`],
    [!isAround(completedOn, opensAt, closesAt), 'The day has to be the one on which the check-in is open.'],
    [!place.trim() || place.trim().length > maxPlaceLength, `Name the place in 1 to ${maxPlaceLength} characters.`],
    [!isStorable(place), 'Write the place in plain characters.'],
    [
      typeof expected === 'number' && (expected < 1 || expected > maxExpected),
      `Expect 1 to ${maxExpected.toLocaleString('en-US')} people, or leave it blank.`,
    ],
  ]
  return refusals.find(([holds]) => holds)?.[1]
}

/** True where it is that day somewhere on earth while the check-in is open. */
function isAround(day: string, opensAt: Date, closesAt: Date): boolean {
  const dayInZone = (instant: Date, hours: number) =>
    new Date(instant.getTime() + hours * 3_600_000).toISOString().slice(0, 10)
  return dayInZone(opensAt, -12) <= day && day <= dayInZone(closesAt, 14)
}

async function refuseTooMany(em: EntityManager, providerId: string, now: Date): Promise<void> {
  if ((await em.count(CheckIn, { providerId, closesAt: { $gt: now } })) < maxOpen) return
  throw quotaExceeded(`At most ${maxOpen} check-ins can be open or waiting at once. Close one that is not needed.`)
}

async function freeRoom(em: EntityManager): Promise<string> {
  const room = lettersOf(randomBytes(roomLength))
  return (await em.count(CheckIn, { room })) ? freeRoom(em) : room
}

/** Ends a check-in at once, or calls off one that was to come. What was claimed stays claimed; one that has ended stays as it is. */
export async function closeCheckIn(checkIn: CheckIn, em: EntityManager, now: Date): Promise<CheckIn> {
  if (checkIn.closesAt > now) {
    checkIn.closesAt = now
    if (checkIn.opensAt > now) checkIn.opensAt = now
  }
  await em.flush()
  return checkIn
}
