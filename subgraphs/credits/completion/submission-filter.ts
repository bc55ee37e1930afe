import { ArgsType, Field, ID, registerEnumType } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { uuid } from '../../shared/graphql/id.js'
import { Day, isDay } from '../../shared/graphql/scalars.js'
import { CompletionSource, CreditStatus } from './completion.js'
import type { Scope } from './completion.policy.js'
import { likeStart, storable, withWords } from './submission-words.js'

/** What boards have said, or not said yet, of points that a provider reported. */
export const BoardStanding = { WAITING: 'WAITING', OVERDUE: 'OVERDUE', REJECTED: 'REJECTED' } as const
export type BoardStanding = keyof typeof BoardStanding

registerEnumType(BoardStanding, {
  name: 'BoardStanding',
  description: 'What boards have said, or not said yet, of points.',
  valuesConfig: {
    WAITING: { description: 'A board has not answered.' },
    OVERDUE: { description: 'A board has not answered within the 24 hours in which boards promise to.' },
    REJECTED: { description: 'A board has rejected them, and they were not corrected and sent again.' },
  },
})

/** By what a provider finds its own records. */
@ArgsType()
export class SubmissionFilter {
  @Field(() => BoardStanding, { nullable: true, description: 'Only records with points of this standing.' })
  standing?: BoardStanding | null

  @Field(() => CreditStatus, { nullable: true, description: 'Only records of which a part stands like this.' })
  status?: CreditStatus | null

  @Field(() => ID, { nullable: true, description: 'Only of this activity.' })
  activityId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Only of learners whose last name, as you reported it, begins like this; case does not matter.',
  })
  familyName?: string | null

  @Field(() => Day, { nullable: true, description: 'Only completed on this day or later.' })
  completedFrom?: string | null

  @Field(() => Day, {
    nullable: true,
    description: 'Only completed on this day or earlier. BAD_USER_INPUT where it comes before `completedFrom`.',
  })
  completedTo?: string | null

  @Field(() => CompletionSource, { nullable: true, description: 'Only what came in this way.' })
  source?: CompletionSource | null

  @Field(() => ID, { nullable: true, description: 'Only what this batch of yours recorded or corrected.' })
  batchId?: string | null

  @Field(() => String, { nullable: true, description: 'Only the record in which you use this credit id (L28).' })
  creditId?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Only what has these words: a credit id; the nine digits of an activity; words of its title; or the beginning of the learner’s last name, with the first name before or after it where you like. At most 100 characters.',
  })
  text?: string | null
}

/** The points of each standing, as a condition on `live_credit` (alias `x`); what was sent again is not rejected any more. */
export const standingConditions: Record<BoardStanding, string> = {
  WAITING: `x.status = 'PENDING'`,
  OVERDUE: `x.status = 'PENDING' and x.asked_at < now() - interval '24 hours'`,
  REJECTED: `x.status = 'REJECTED' and not exists (
    select from live_credit again
    where again.learner_id = x.learner_id and again.status in ('PENDING', 'ACCEPTED')
      and (again.activity_id, again.completed_on, again.kind, again.board_code, again.distinction)
        = (x.activity_id, x.completed_on, x.kind, x.board_code, x.distinction))`,
}

/** Records of a provider with points of a standing, found among the few that are open. */
export const withStanding = (providerId: string, standing: BoardStanding): Scope => ({
  where: `(c.learner_id, c.completion_id) in (
    select x.learner_id, x.completion_id from live_credit x
    where x.provider_id = ? and x.kind = 'MOC' and ${standingConditions[standing]}
  )`,
  params: [providerId],
})

/** Most parts are accepted, so that each is asked for by itself; the others are few and found together. */
const withStatus = (providerId: string, status: CreditStatus): Scope =>
  status === CreditStatus.ACCEPTED
    ? {
        where: `exists (select from live_credit x
          where x.learner_id = c.learner_id and x.completion_id = c.completion_id and x.status = ?)`,
        params: [status],
      }
    : {
        where: `(c.learner_id, c.completion_id) in (
          select x.learner_id, x.completion_id from live_credit x where x.provider_id = ? and x.status = ?)`,
        params: [providerId, status],
      }

type Conditions = { [Key in keyof SubmissionFilter]-?: (value: string, providerId: string) => Scope }

const conditions: Conditions = {
  standing: (value, providerId) => withStanding(providerId, value as BoardStanding),
  status: (value, providerId) => withStatus(providerId, value as CreditStatus),
  activityId: (value) => ({ where: 'c.activity_id = ?', params: [storable(value)] }),
  familyName: (value) => ({
    where: `c.completion_id in (
      select r.completion_id from batch_row r
      where r.outcome = 'ACCEPTED' and lower(r.cells #>> '{lastName,text}') like ?)`,
    params: [likeStart(value)],
  }),
  completedFrom: (value) => ({ where: 'c.completed_on >= ?::date', params: [value] }),
  completedTo: (value) => ({ where: 'c.completed_on <= ?::date', params: [value] }),
  source: (value) => ({ where: 'c.source = ?', params: [value] }),
  batchId: (value) => ({
    where: `c.completion_id in (
      select r.completion_id from batch_row r where r.batch_id = ?::uuid and r.outcome = 'ACCEPTED')`,
    params: [uuid(value)],
  }),
  creditId: (value, providerId) => ({
    where:
      'c.completion_id in (select i.completion_id from credit_identifier i where i.provider_id = ? and i.credit_id = ?)',
    params: [providerId, storable(value)],
  }),
  text: withWords,
}

const filterNames = Object.keys(conditions) as (keyof SubmissionFilter)[]

const isOneOf = (known: object) => (value: string) => Object.hasOwn(known, value)
const isValue: Partial<Record<keyof SubmissionFilter, (value: string) => boolean>> = {
  standing: isOneOf(BoardStanding),
  status: isOneOf(CreditStatus),
  source: isOneOf(CompletionSource),
  completedFrom: isDay,
  completedTo: isDay,
}

/** The filter that an address asks for, under the same names. Throws BAD_USER_INPUT for a value that there is not. */
export function filterIn(search: URLSearchParams): SubmissionFilter {
  const filter: Partial<Record<keyof SubmissionFilter, string>> = {}
  for (const name of filterNames) {
    const value = search.get(name)?.trim()
    if (!value) continue
    if (isValue[name]?.(value) === false) throw badInput(`There is no ${name} ${value.slice(0, 40)}.`)
    filter[name] = value
  }
  return filter as SubmissionFilter
}

/**
 * A filter as conditions on the records of a provider; each holds for whole records, so that no part of one is left out.
 * Throws BAD_USER_INPUT for days in the wrong order.
 */
export function conditionsOf(filter: SubmissionFilter, providerId: string): Scope[] {
  const { completedFrom, completedTo } = filter
  if (completedFrom && completedTo && completedTo < completedFrom)
    throw badInput('The last day comes before the first.', { hint: 'Swap the two days.' })
  return filterNames.flatMap((name) => {
    const value = filter[name]?.trim()
    return value ? [conditions[name](value, providerId)] : []
  })
}
