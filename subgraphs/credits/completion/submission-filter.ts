import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { Scope } from './completion.policy.js'

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

@ObjectType({ description: 'How many of your records boards have not settled.' })
export class SubmissionCounts {
  @Field(() => Int, { description: 'Records with points that wait for a board.' })
  waiting!: number

  @Field(() => Int, { description: 'Of them, those that wait longer than boards promise.' })
  overdue!: number

  @Field(() => Int, { description: 'Records with points that a board has rejected, and that were not sent again.' })
  rejected!: number
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
