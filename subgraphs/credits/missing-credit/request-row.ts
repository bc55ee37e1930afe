import type { EntityManager } from '@mikro-orm/postgresql'
import { centralDay } from '../../reference/central-day.js'
import { parseState } from '../../reference/states.js'
import { badInput } from '../../shared/errors.js'
import { RowOutcome } from '../../shared/upload/upload-enums.js'
import type { CreditsContext } from '../context.js'
import type { Owners } from '../owners/owners.js'
import { judgeChunk, type PreparedChunk } from '../record/apply-chunk.js'
import { isError } from '../record/issue.js'
import { prepareKnown } from '../record/known-learner.js'
import { only } from '../submission/submit-completions.js'
import type { CreditRequest } from './credit-request.js'

type Said = Pick<
  CreditRequest,
  'learnerId' | 'givenName' | 'familyName' | 'licensingState' | 'completedOn' | 'credits' | 'boardPoints'
>

/** A request for credit of an activity as the row that its confirmation is, ready to be judged. */
export function prepareRequest(
  { learnerId, givenName, familyName, licensingState, completedOn, credits, boardPoints }: Said,
  activityId: string,
  owners: Pick<Owners, 'activityFacts'>,
): Promise<PreparedChunk> {
  const state = parseState(licensingState)
  if (!state) throw new Error(`There is no state ${licensingState}.`)
  const who = { learnerId, givenName, familyName, state }
  const what = { activityId, completedOn, quarters: credits, points: boardPoints }
  return prepareKnown([{ rowNumber: 1, ...who, ...what }], owners)
}

/**
 * Judges a request as its confirmation would be judged, and records nothing. Resolves to the record that has the credit
 * already, where one has. Throws BAD_USER_INPUT for what no provider could confirm; while it can still be changed, also
 * where that is a part alone.
 */
export async function findReported(
  em: EntityManager,
  chunk: PreparedChunk,
  { providerId, tools, isNew }: { providerId: string; tools: Pick<CreditsContext, 'now' | 'newId'>; isNew: boolean },
): Promise<string | null> {
  const today = centralDay(tools.now())
  const { outcome, issues, completionId } = only(await judgeChunk(em, chunk, { providerId, today, newId: tools.newId }))
  if (outcome === RowOutcome.DUPLICATE) return completionId
  const [issue] = issues
  if (issue && (outcome === RowOutcome.REJECTED || (isNew && isError(issue))))
    throw badInput(physiciansWords[issue.code] ?? issue.message, issue.fix ? { hint: issue.fix } : {})
  return null
}

/** What is worded for the rows of a provider, as a physician reads it. */
const physiciansWords: Readonly<Record<string, string>> = {
  CREDITS_EXCEED_ACTIVITY: 'Together with what is on your record, that is more credit than the activity awards.',
  ACTIVITY_NOT_ACTIVE: 'The provider has not finished entering this activity. Describe it in words instead.',
  ACTIVITY_NOT_FOUND: 'There is no such activity. Choose it from the list again, or describe it in words.',
}
