import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { nextStepOn, stepDue } from './clock.js'
import { CreditRequest } from './credit-request.js'
import { recordStep } from './record-step.js'

const atOnce = 200

/**
 * Takes every step that the clock has due at an instant; resolves to how many. A step and the day of the next one are one
 * transaction, and of several who do it at once each takes other requests, so that none is taken twice.
 */
export async function takeClockSteps(em: EntityManager, now: Date): Promise<number> {
  for (let taken = 0; ; ) {
    const page = await takePage(em.fork(), now)
    taken += page
    if (page < atOnce) return taken
  }
}

const takePage = (em: EntityManager, now: Date): Promise<number> =>
  em.transactional(async (transaction) => {
    const today = centralDay(now)
    const due = await transaction.find(
      CreditRequest,
      { nextStepOn: { $lte: today } },
      { orderBy: { nextStepOn: 'asc' }, limit: atOnce, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    )
    for (const request of due) {
      const step = stepDue(request.askedOn, request.clockSteps, today)
      if (!step) throw new Error(`Request ${request.requestId} has no step due on ${today}.`)
      Object.assign(request, {
        state: step.state,
        clockSteps: step.taken,
        nextStepOn: nextStepOn(request.askedOn, step.taken),
      } satisfies Partial<CreditRequest>)
      await recordStep(transaction, request, { kind: step.state, by: null, at: now })
    }
    return due.length
  })
