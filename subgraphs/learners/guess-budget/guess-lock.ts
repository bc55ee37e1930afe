import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Instant } from '../../shared/graphql/scalars.js'
import { ProviderReference } from '../viewer/viewer-types.js'

@ObjectType({
  description:
    'A provider that has tried so many birthdays for one physician that it is told nothing more of him or her (I13).',
})
export class GuessLock {
  @Field(() => ProviderReference, { description: 'The provider.' })
  provider!: ProviderReference

  learnerId!: string

  @Field(() => Int, { description: 'Different wrong birthdays that it tried in the last 30 days.' })
  guesses!: number

  @Field(() => Instant, { description: 'When it tried the last of them.' })
  lastGuessAt!: Date
}

@ObjectType({ description: 'A page of a list of guess locks.' })
export class GuessLockConnection extends connectionOf(GuessLock, 'GuessLock') {}
