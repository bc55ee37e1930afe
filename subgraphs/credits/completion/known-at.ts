import { ArgsType, Field } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { Instant } from '../../shared/graphql/scalars.js'

export const knownAtDescription =
  'As it was known at this instant: with what was recorded by then, and without what was corrected, taken back or decided later. Merges of physicians and licenses are those of today. Left out, as it is known now. BAD_USER_INPUT for an instant to come.'

/** As known when. */
@ArgsType()
export class KnownAtArgs {
  @Field(() => Instant, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null
}

/** The instant, when it is over; null where none was given. Throws BAD_USER_INPUT. */
export function checkKnownAt(knownAt: Date | null | undefined, now: Date): Date | null {
  if (knownAt && knownAt > now)
    throw badInput('Nobody knows yet what will be known then.', { hint: 'Ask for an instant that is over.' })
  return knownAt ?? null
}
