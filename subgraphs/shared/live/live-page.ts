import { Directive, Field, ID, ObjectType } from 'type-graphql'

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'That one thing has changed, for one channel on which it is followed.' })
export class LiveItem {
  @Field(() => String, { description: 'Pass it as `after` to go on behind this item.' })
  cursor!: string

  @Field(() => String, { description: 'The channel: what is followed, a colon, and an id or code.' })
  channel!: string

  @Field(() => ID, { description: 'Id of the batch or of the record.' })
  id!: string
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'What has happened on some channels, the earliest first.' })
export class LivePage {
  @Field(() => [LiveItem], { description: 'What has changed.' })
  items!: LiveItem[]

  @Field(() => String, { description: 'Pass it as `after` to go on behind everything that this page has looked at.' })
  endCursor!: string

  @Field(() => Boolean, { description: 'True where there may be more already.' })
  hasMore!: boolean
}
