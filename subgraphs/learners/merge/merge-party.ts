import { Field, ID, ObjectType } from 'type-graphql'
import { DiplomateRecord } from '../learner/diplomate-record.js'
import { Degree, type Learner } from '../learner/learner.js'
import { LicenseRecord } from '../learner/license-record.js'

@ObjectType({
  description: 'One side of a merge proposal, with what was written for it alone, whatever it leads to since.',
})
export class MergeParty {
  @Field(() => ID, { description: 'Id of the learner.' })
  learnerId!: string

  @Field(() => String, { description: 'First name.' })
  givenName!: string

  @Field(() => String, { nullable: true, description: 'Middle name.' })
  middleName?: string | null

  @Field(() => String, { description: 'Last name.' })
  familyName!: string

  @Field(() => [String], { description: 'Last names borne earlier, or told by another board.' })
  formerNames!: string[]

  @Field(() => String, { nullable: true, description: 'Suffix, for example Jr or III.' })
  suffix?: string | null

  @Field(() => Degree, { description: 'The degree.' })
  degree!: Degree

  @Field(() => String, { nullable: true, description: 'National Provider Identifier, ten digits.' })
  npi?: string | null

  @Field(() => [LicenseRecord], { description: 'Licenses, by state and number.' })
  licenses!: LicenseRecord[]

  @Field(() => [DiplomateRecord], { description: 'Certifications, by board and id.' })
  certifications!: DiplomateRecord[]
}

/** The side of a proposal that a learner is. */
export async function partyOf(learner: Learner): Promise<MergeParty> {
  const [names, licenses, certifications] = await Promise.all([
    learner.familyNames.load({ dataloader: true }),
    learner.licenseRecords.load({ dataloader: true }),
    learner.diplomateRecords.load({ dataloader: true }),
  ])
  const { learnerId, givenName, middleName, familyName, suffix, degree, npi } = learner
  return {
    learnerId,
    givenName,
    middleName: middleName ?? null,
    familyName,
    formerNames: names
      .getItems()
      .flatMap(({ kind, name }) => (kind === 'FORMER' ? [name] : []))
      .sort(),
    suffix: suffix ?? null,
    degree,
    npi: npi ?? null,
    licenses: byText(licenses.getItems(), ({ boardCode, licenseNumber }) => `${boardCode} ${licenseNumber}`),
    certifications: byText(certifications.getItems(), ({ boardCode, boardId }) => `${boardCode} ${boardId}`),
  }
}

const byText = <T>(items: readonly T[], textOf: (item: T) => string) =>
  items.toSorted((one, other) => textOf(one).localeCompare(textOf(other)))
