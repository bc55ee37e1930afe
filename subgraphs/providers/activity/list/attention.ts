import type { FilterQuery } from '@mikro-orm/core'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ActivityFormat, ActivityStatus } from '../../../reference/activity.js'
import { activityFormats } from '../../../reference/activity-formats.js'
import { addDays } from '../../../reference/calendar-day.js'
import type { Activity } from '../activity.js'

/** Why an activity needs somebody’s attention today. */
export enum Attention {
  DRAFT_SOON = 'DRAFT_SOON',
  ENDED_NOT_CLOSED = 'ENDED_NOT_CLOSED',
  LIVE_WITHOUT_LEARNERS = 'LIVE_WITHOUT_LEARNERS',
  COUNTS_DUE = 'COUNTS_DUE',
}

const soonDays = 30

registerEnumType(Attention, {
  name: 'ActivityAttention',
  description: 'Why an activity needs somebody’s attention today.',
  valuesConfig: {
    DRAFT_SOON: { description: `A draft that begins within ${soonDays} days, or has begun.` },
    ENDED_NOT_CLOSED: { description: 'Active, and its last day is over.' },
    LIVE_WITHOUT_LEARNERS: { description: 'A live activity that is over, without any learner (A45).' },
    COUNTS_DUE: { description: 'Enduring material without cumulative counts as of the last 31 December (R02, R04).' },
  },
})

@ObjectType({ description: 'How many activities need attention for one reason.' })
export class AttentionCount {
  @Field(() => Attention, { description: 'The reason; also a filter of the list.' })
  attention!: Attention

  @Field(() => Int, { description: 'Activities.' })
  count!: number
}

const formatsThat = (rule: 'isLive' | 'countsAsOf') =>
  Object.values(ActivityFormat).filter((format) => activityFormats[format][rule])
const noneCounted = { $or: [{ physicianLearners: null }, { physicianLearners: 0 }] }
const noOthersCounted = { $or: [{ otherLearners: null }, { otherLearners: 0 }] }

/** Which activities need attention on a day, by reason. */
export const needingAttention: Record<Attention, (today: string) => FilterQuery<Activity>> = {
  DRAFT_SOON: (today) => ({ status: ActivityStatus.DRAFT, startsOn: { $lte: addDays(today, soonDays) } }),
  ENDED_NOT_CLOSED: (today) => ({ status: ActivityStatus.ACTIVE, endsOn: { $lt: today } }),
  LIVE_WITHOUT_LEARNERS: (today) => ({
    status: { $in: [ActivityStatus.ACTIVE, ActivityStatus.CLOSED] },
    activityFormat: { $in: formatsThat('isLive') },
    endsOn: { $lt: today },
    $and: [noneCounted, noOthersCounted],
  }),
  COUNTS_DUE: (today) => {
    const countDay = `${Number(today.slice(0, 4)) - 1}-12-31`
    return {
      status: ActivityStatus.ACTIVE,
      activityFormat: { $in: formatsThat('countsAsOf') },
      startsOn: { $lte: countDay },
      $or: [{ countedOn: null }, { countedOn: { $lt: countDay } }],
    }
  },
}
