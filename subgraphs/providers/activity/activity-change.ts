import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { ActivitySource } from '../../reference/activity.js'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Instant } from '../../shared/graphql/scalars.js'
import { fieldNamed, inWords } from './change-words.js'

@ObjectType({ description: 'A field that changed, in words.' })
export class ChangedField {
  @Field(() => String, { description: 'As the input names it.' })
  name!: string

  @Field(() => String, { description: 'Its label.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'What it said; null when it was blank.' })
  before!: string | null

  @Field(() => String, { nullable: true, description: 'What it says; null when it is blank.' })
  after!: string | null
}

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

  @Field(() => [ChangedField], { description: 'What changed, in words; for a new activity what was filled in.' })
  get fields(): ChangedField[] {
    return Object.keys(this.after)
      .map((column) => ({
        ...fieldNamed(column),
        before: inWords(column, this.before?.[column]),
        after: inWords(column, this.after[column]),
      }))
      .filter(({ before, after }) => before !== after)
  }
}

@ObjectType({ description: 'A page of the history of an activity.' })
export class ActivityChangeConnection extends connectionOf(ActivityChange, 'ActivityChange') {}
