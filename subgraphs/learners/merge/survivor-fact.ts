import { Directive, Field, ID, ObjectType } from 'type-graphql'

@Directive('@inaccessible')
@ObjectType({ description: 'To whom a learner leads since a merge, or since it was taken back.' })
export class SurvivorFact {
  @Field(() => ID, { description: 'The learner.' })
  learnerId!: string

  @Field(() => ID, { nullable: true, description: 'Whom the record leads to; null when the learner stands alone.' })
  survivorId!: string | null
}

@Directive('@inaccessible')
@ObjectType({ description: 'A page of all merges in force, for building a read model from zero.' })
export class SurvivorFactPage {
  @Field(() => [SurvivorFact], { description: 'The facts, by merged learner.' })
  facts!: SurvivorFact[]

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on the last one.' })
  nextCursor!: string | null

  @Field(() => String, {
    description:
      'Where the events stood when the page was read: go on from the one of the first page, and nothing is missed.',
  })
  eventCursor!: string
}
