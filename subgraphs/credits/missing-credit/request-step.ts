import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'
import { CreditRequestStepKind } from './request-words.js'

@ObjectType('CreditRequestStep', { description: 'One thing that has happened to a request; none is ever taken away.' })
@Entity({ tableName: 'credit_request_step' })
export class RequestStep {
  [PrimaryKeyProp]?: ['requestId', 'sequence']

  @PrimaryKey({ type: 'uuid' })
  requestId!: string

  @PrimaryKey({ type: 'integer' })
  sequence!: number

  @Field(() => CreditRequestStepKind, { description: 'What happened.' })
  @Enum({ items: () => CreditRequestStepKind, type: 'text' })
  kind!: CreditRequestStepKind

  @Property({ type: 'text', nullable: true })
  byAccount?: string | null

  @Field(() => String, { nullable: true, description: 'Who did it; null for the clock.' })
  @Property({ type: 'text', nullable: true })
  byName?: string | null

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  @Property({ type: 'text', nullable: true })
  words?: string | null

  @Field(() => Instant, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date
}
