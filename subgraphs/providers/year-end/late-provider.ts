import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Day, Instant } from '../../shared/graphql/scalars.js'
import { ProviderOrganization } from '../organization/provider-organization.js'
import { YearStep } from './year-end.js'

@ObjectType({ description: 'A provider and how far its reporting year is, for the operator.' })
export class ProviderYear {
  @Field(() => ProviderOrganization, { description: 'The provider.' })
  provider!: ProviderOrganization

  @Field(() => Day, { description: 'Its last day (R01, R03).' })
  deadlineOn!: string

  @Field(() => Int, { description: 'Days since the deadline; 0 or negative before it.' })
  daysLate!: number

  @Field(() => [YearStep], { description: 'The five steps (R02).' })
  steps!: YearStep[]

  @Field(() => Boolean, { description: 'True when all five steps are done.' })
  isComplete!: boolean

  @Field(() => Instant, { nullable: true, description: 'When the provider closed the year.' })
  closedAt!: Date | null
}

@ObjectType({ description: 'A page of providers with their year.' })
export class ProviderYearConnection extends connectionOf(ProviderYear, 'ProviderYear') {}
