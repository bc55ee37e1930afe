import { badInput } from '../../shared/errors.js'
import { isStorable } from '../../shared/graphql/text.js'
import type { ClaimedPointsInput } from '../claimed-points/claimed-points.js'
import { reportableUntil } from '../record/judge-activity.js'
import { requestLimits } from './limits.js'

/** What a physician asks for: a listed activity, or a provider and words. */
export interface Ask {
  activityId?: string | null
  providerId?: string | null
  described?: string | null
  completedOn: string
  /** Credits in quarters. */
  credits: number
  points?: readonly ClaimedPointsInput[] | null
  note?: string | null
}

/** The same once it is understood: blanks are gone, and an activity needs no words. */
export type ReadAsk = Pick<Ask, 'completedOn' | 'credits'> & {
  points: readonly ClaimedPointsInput[]
  note: string | null
} & (
    | { activityId: string; providerId: null; described: null }
    | { activityId: null; providerId: string; described: string }
  )

/** Understands what is asked for, by the rules that hold whatever is on record. Throws BAD_USER_INPUT. */
export function readAsk(ask: Ask, today: string): ReadAsk {
  const { completedOn, credits } = ask
  const points = ask.points ?? []
  const [activityId, providerId, described] = [ask.activityId, ask.providerId, ask.described].map(trimmed)
  if (activityId && described) throw badInput('Choose the activity from the list, or describe it in words, not both.')
  if (!activityId && !described) throw badInput('Choose the activity from the list, or describe it in words.')
  if (completedOn > today) throw badInput('The day of completion has not come yet.')
  if (today > reportableUntil(completedOn))
    throw badInput(`Credit of ${completedOn.slice(0, 4)} can no longer be reported, so no provider can confirm it.`)
  if (credits <= 0) throw badInput('Ask for more than 0 credits, in steps of 0.25.')
  const said = { completedOn, credits, points, note: ask.note?.trim() ? readWords(ask.note) : null }
  if (activityId) return { ...said, activityId, providerId: null, described: null }
  if (points.length) throw badInput('Choose the activity from the list to ask for points of boards.')
  if (!providerId || !described) throw badInput('Choose the provider that gave the activity.')
  const { min, max } = requestLimits.descriptionLength
  if (described.length < min || described.length > max || !isStorable(described))
    throw badInput(`Describe the activity in ${min} to ${max} characters: its title, and where it was.`)
  if (credits > requestLimits.describedQuarters)
    throw badInput(`Ask for at most ${requestLimits.describedQuarters / 4} credits at once.`)
  return { ...said, activityId: null, providerId, described }
}

/** Words that stay with a request. Throws BAD_USER_INPUT where there are none, or too many. */
export function readWords(words: string): string {
  const said = words.trim()
  if (said && said.length <= requestLimits.wordsLength && isStorable(said)) return said
  throw badInput(`Write 1 to ${requestLimits.wordsLength} characters.`)
}

const trimmed = (text: string | null | undefined) => text?.trim() || null
