import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ActivityFacts } from '../activity/activity-facts.resolver.js'

/** What other parts of the platform hear of through the outbox; the name is the type of the event there. */
export enum ActivityEventType {
  ACTIVITY_CHANGED = 'ACTIVITY_CHANGED',
  ACTIVITY_HELD = 'ACTIVITY_HELD',
  ACTIVITY_RELEASED = 'ACTIVITY_RELEASED',
}

registerEnumType(ActivityEventType, {
  name: 'ActivityEventType',
  description: 'What happened to an activity.',
  valuesConfig: {
    ACTIVITY_CHANGED: { description: 'It is new, or something about it has changed.' },
    ACTIVITY_HELD: { description: 'No credit is to be recorded for it until it is released.' },
    ACTIVITY_RELEASED: { description: 'Credit may be recorded again, as far as the activity allows it.' },
  },
})

@Directive('@inaccessible')
@ObjectType({ description: 'The version of an activity.' })
export class ActivityVersion {
  @Field(() => ID, { description: 'Nine digits.' })
  activityId!: string

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number
}

@Directive('@inaccessible')
@ObjectType({ description: 'A page of the facts of all activities, for building a read model from zero.' })
export class ActivityFactPage {
  @Field(() => [ActivityFacts], { description: 'The facts, by activity.' })
  facts!: ActivityFacts[]

  @Field(() => [ID], { description: 'Those on the page for which no credit is to be recorded at the moment.' })
  held!: string[]

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on the last one.' })
  nextCursor!: string | null

  @Field(() => String, {
    description:
      'Where the events stood when the page was read: go on from the one of the first page, and nothing is missed.',
  })
  eventCursor!: string
}

@Directive('@inaccessible')
@ObjectType({ description: 'Something that happened to an activity.' })
export class ActivityEvent {
  @Field(() => ID, { description: 'Opaque id; the same event told twice has the same.' })
  eventId!: string

  @Field(() => ActivityEventType, { description: 'What happened.' })
  type!: ActivityEventType

  @Field(() => ID, { description: 'The activity.' })
  activityId!: string

  @Field(() => ID, { description: 'The provider that owns it.' })
  providerId!: string

  @Field(() => ActivityFacts, {
    nullable: true,
    description: 'The activity as it is since then, for ACTIVITY_CHANGED.',
  })
  facts!: ActivityFacts | null
}

@Directive('@inaccessible')
@ObjectType({ description: 'A page of events, in the order in which they became true.' })
export class ActivityEventPage {
  @Field(() => [ActivityEvent], { description: 'The events; none when nothing is new.' })
  events!: ActivityEvent[]

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` for what comes next; null when nothing has happened yet.',
  })
  endCursor!: string | null
}
