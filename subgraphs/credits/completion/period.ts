import { ArgsType, Field } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { Day } from '../../shared/graphql/scalars.js'

const maxYears = 20

/** From which day to which, both included. */
@ArgsType()
export class PeriodArgs {
  @Field(() => Day, { description: 'First day of the period.' })
  from!: string

  @Field(() => Day, { description: `Last day of the period, at most ${maxYears} years after the first.` })
  to!: string
}

/** The period, when it makes sense. Throws BAD_USER_INPUT. */
export function checkPeriod({ from, to }: { from: string; to: string }): { from: string; to: string } {
  if (from > to) throw badInput('The period ends before it begins.', { hint: 'Swap the two days.' })
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > maxYears)
    throw badInput(`A period may be at most ${maxYears} years long.`)
  return { from, to }
}
