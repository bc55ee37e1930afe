import { PrimaryKeyProp, type Rel } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { Instant } from '../../shared/graphql/scalars.js'
import { Learner } from '../learner/learner.js'
import { ReviewCase } from './review-case.js'
import { ReviewStepKind } from './review-enums.js'

@ObjectType({ description: 'What somebody did about a review case. Never changed or removed.' })
@Entity()
export class ReviewStep {
  [PrimaryKeyProp]?: ['case', 'sequence']

  @ManyToOne(() => ReviewCase, { fieldName: 'case_id', primary: true })
  case!: Rel<ReviewCase>

  @PrimaryKey({ type: 'smallint' })
  sequence!: number

  @Field(() => ReviewStepKind, { description: 'What was done.' })
  @Enum({ items: () => ReviewStepKind, type: 'text' })
  step!: ReviewStepKind

  @ManyToOne(() => Learner, { fieldName: 'learner_id', nullable: true })
  learner?: Rel<Learner> | null

  @Field(() => Boolean, { description: 'True where it was said that nobody on file is meant.' })
  @Property({ type: 'boolean' })
  isNobody = false

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever did it.' })
  @Property({ type: 'text', nullable: true })
  note?: string | null

  @Field(() => String, {
    description: 'Account of the operator, or the provider’s for OPENED and WITHDRAWN.',
    name: 'by',
  })
  @Property({ type: 'text' })
  takenBy!: string

  @Field(() => Instant, { description: 'When.', name: 'at' })
  @Property({ type: 'datetime' })
  takenAt!: Date
}
