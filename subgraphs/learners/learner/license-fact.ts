import { Directive, Field, ID, ObjectType } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'
import { LicenseStatus } from './license-record.js'

@Directive('@inaccessible')
@ObjectType({ description: 'What a read model keeps of a license.' })
export class LicenseFact {
  @Field(() => ID, { description: 'The physician who holds it.' })
  learnerId!: string

  @Field(() => ID, { description: 'The license.' })
  licenseId!: string

  @Field(() => String, { description: 'Code of the licensing board, for example ME-MD.' })
  boardCode!: string

  @Field(() => String, { description: 'Two-letter code of the state.' })
  state!: string

  @Field(() => LicenseStatus, { description: 'Whether it is in force.' })
  status!: LicenseStatus

  @Field(() => Day, { description: 'First day.' })
  effectiveFrom!: string

  @Field(() => Day, { nullable: true, description: 'Last day, where one is set.' })
  effectiveTo?: string | null
}

@Directive('@inaccessible')
@ObjectType({ description: 'A page of all license facts, for building a read model from zero.' })
export class LicenseFactPage {
  @Field(() => [LicenseFact], { description: 'The facts, by physician and license.' })
  facts!: LicenseFact[]

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on the last one.' })
  nextCursor!: string | null

  @Field(() => String, {
    description:
      'Where the events stood when the page was read: go on from the one of the first page, and nothing is missed.',
  })
  eventCursor!: string
}
