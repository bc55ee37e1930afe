import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Instant } from '../../shared/graphql/scalars.js'

@ObjectType({ description: 'Something that a provider is told.' })
export class Notification {
  @Field(() => ID, { description: 'Opaque id.' })
  notificationId!: string

  @Field(() => Int, { description: 'The reporting year that it is about.' })
  year!: number

  @Field(() => String, { description: 'How urgent it is: INFO, WARNING or URGENT (R05).' })
  severity!: string

  @Field(() => String, { description: 'What it is about, in a few words.' })
  title!: string

  @Field(() => String, { description: 'What it says.' })
  body!: string

  @Field(() => Instant, { description: 'When it was written.' })
  createdAt!: Date

  @Field(() => Instant, { nullable: true, description: 'When somebody of the provider read it first.' })
  readAt!: Date | null
}

@ObjectType({ description: 'A page of notifications, the newest first.' })
export class NotificationConnection extends connectionOf(Notification, 'Notification') {}
