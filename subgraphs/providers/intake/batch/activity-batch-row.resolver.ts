import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Activity } from '../../activity/activity.js'
import type { ProvidersContext } from '../../context.js'
import { ActivityBatchRow } from './activity-batch-row.js'

@Resolver(() => ActivityBatchRow)
export class ActivityBatchRowResolver {
  @FieldResolver(() => Activity, {
    nullable: true,
    description: 'The activity it is about; null when there is none any more.',
  })
  async activity(
    @Root() { activityId }: ActivityBatchRow,
    @Ctx() { activities }: ProvidersContext,
  ): Promise<Activity | null> {
    return activityId ? activities.load(activityId) : null
  }
}
