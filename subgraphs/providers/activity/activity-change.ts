import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { ActivitySource } from '../../reference/activity.js'
import { Instant } from '../../shared/graphql/scalars.js'

@ObjectType({ description: 'One change of an activity: what it was before and after.' })
@Entity()
export class ActivityChange {
  [PrimaryKeyProp]?: ['activityId', 'version']

  @PrimaryKey({ type: 'text' })
  activityId!: string

  @Field(() => Int, { description: 'The version that the change made.' })
  @PrimaryKey({ type: 'integer' })
  version!: number

  @Field(() => String, {
    description: 'What was done: CREATE, EDIT, ACTIVATE, CLOSE, REOPEN, DELETE, COPY, UNDO and so on.',
  })
  @Property({ type: 'text' })
  verb!: string

  @Field(() => Instant, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date

  /** The account; its name at the time is kept beside it, because accounts live elsewhere. */
  @Property({ type: 'text' })
  by!: string

  @Field(() => String, { name: 'by', description: 'Who, by name.' })
  @Property({ type: 'text' })
  byName!: string

  @Field(() => ActivitySource, { description: 'How the change reached us.' })
  @Enum({ items: () => ActivitySource, type: 'text' })
  source!: ActivitySource

  /** The changed fields as they were; null where there was nothing. */
  @Property({ type: 'json', nullable: true })
  before?: Record<string, unknown> | null

  @Property({ type: 'json' })
  after!: Record<string, unknown>

  @Field(() => Int, { nullable: true, description: 'The version that it takes back, for an undo.' })
  @Property({ type: 'integer', nullable: true })
  undoes?: number | null
}
