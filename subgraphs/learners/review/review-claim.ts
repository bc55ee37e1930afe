import { Field, ObjectType } from 'type-graphql'
import { birthdayOf } from '../matching/decision/explain.js'
import type { ClaimedIdentity } from './review-case.js'

@ObjectType({ description: 'What a provider said about a learner, as it was given.' })
export class ReviewClaim {
  @Field(() => String, { description: 'First name.' })
  givenName!: string

  @Field(() => String, { description: 'Last name.' })
  familyName!: string

  @Field(() => String, { nullable: true, description: 'Middle name or initial.' })
  middleName!: string | null

  @Field(() => String, { nullable: true, description: 'Suffix.' })
  suffix!: string | null

  @Field(() => String, { description: 'Month and day of birth as the provider gave them, mm/dd.' })
  birthday!: string

  @Field(() => String, { nullable: true, description: 'Two-letter code of the state of licensure.' })
  state!: string | null

  @Field(() => String, { nullable: true, description: 'License number or NPI.' })
  licenseOrNpi!: string | null

  @Field(() => String, { nullable: true, description: 'Certifying board.' })
  boardCode!: string | null

  @Field(() => String, { nullable: true, description: 'Id at the certifying board.' })
  boardId!: string | null
}

/** A claim as operators see it. */
export const claimOf = (claim: ClaimedIdentity): ReviewClaim => ({
  givenName: claim.givenName,
  familyName: claim.familyName,
  middleName: claim.middleName ?? null,
  suffix: claim.suffix ?? null,
  birthday: birthdayOf(claim),
  state: claim.state ?? null,
  licenseOrNpi: claim.licenseOrNpi ?? null,
  boardCode: claim.boardCode ?? null,
  boardId: claim.boardId ?? null,
})
