import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../shared/graphql/connection.js'
import { Day, Instant } from '../../shared/graphql/scalars.js'
import { YearStepName } from './steps.js'

registerEnumType(YearStepName, {
  name: 'YearStepName',
  description: 'The five steps that complete a reporting year (R02).',
  valuesConfig: {
    AGREEMENT: { description: 'Accept the annual agreement.' },
    ACTIVITIES: { description: 'Enter all activities that started in the year and close those that ended in it.' },
    ENDURING: { description: 'Count the learners of enduring activities up to 31 December.' },
    SUMMARY: { description: 'Submit the program summary.' },
    CONTACTS: { description: 'Confirm the contacts.' },
  },
})

/** What somebody does for the organization. */
export enum ContactRole {
  PRIMARY_CONTACT = 'PRIMARY_CONTACT',
  BILLING_CONTACT = 'BILLING_CONTACT',
  CEO = 'CEO',
  OTHER = 'OTHER',
}

registerEnumType(ContactRole, {
  name: 'ContactRole',
  description: 'What somebody does for the organization.',
  valuesConfig: {
    PRIMARY_CONTACT: { description: 'Whom to write to first; every organization has one.' },
    BILLING_CONTACT: { description: 'Who receives bills.' },
    CEO: { description: 'The chief executive officer.' },
    OTHER: { description: 'Anybody else.' },
  },
})

@ObjectType({ description: 'How far one of the five steps is, derived from the data (R02).' })
export class YearStep {
  @Field(() => YearStepName, { description: 'The step.' })
  name!: YearStepName

  @Field(() => Boolean, { description: 'True when nothing is left to do in it.' })
  isDone!: boolean

  @Field(() => Int, { description: 'Things to do in it: activities, or one.' })
  total!: number

  @Field(() => Int, { description: 'How many of them are done.' })
  done!: number

  @Field(() => Instant, { nullable: true, description: 'When, for a step that somebody does at once.' })
  doneAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who, by name.' })
  doneBy!: string | null
}

/** Whole US dollars, as text in the database and a number here. */
const money = (description: string) => ({
  nullable: true,
  description: `${description} In whole US dollars, 0 or more.`,
})

@ObjectType()
@InputType('ProgramSummaryInput', {
  description:
    'Totals of the whole program over twelve months. What is left out is blank; all but the expenses are needed to submit it.',
})
export class ProgramSummaryFields {
  @Field(() => Int, money('Income from advertising and exhibits; not commercial support.'))
  advertisingAndExhibitIncome?: number | null

  @Field(() => Int, money('Registration, subscription and publication fees from learners.'))
  registrationFees?: number | null

  @Field(() => Int, money('Grants of federal, state and local government.'))
  governmentGrants?: number | null

  @Field(() => Int, money('Private donations.'))
  privateDonations?: number | null

  @Field(() => Int, money('All expenses of the program.'))
  totalExpenses?: number | null
}

@ObjectType({ description: 'The financial totals of a provider’s program for a year, as saved or submitted.' })
export class ProgramSummary extends ProgramSummaryFields {
  @Field(() => Int, {
    description: 'Commercial support in whole US dollars, added up from the activities of the year.',
  })
  commercialSupportTotal!: number

  @Field(() => Instant, { nullable: true, description: 'When it was last saved.' })
  savedAt!: Date | null

  @Field(() => Instant, { nullable: true, description: 'When it was submitted; null while it is a draft.' })
  submittedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who submitted it, by name.' })
  submittedBy!: string | null
}

@InputType('OrganizationContactInput', { description: 'Somebody who can be asked about an organization.' })
@ObjectType()
export class ContactFields {
  @Field(() => String, { description: 'Given and family name, 1 to 200 characters.' })
  name!: string

  @Field(() => String, { description: 'E-mail address.' })
  email!: string

  @Field(() => ContactRole, { description: 'What he or she does for the organization.' })
  role!: ContactRole
}

@ObjectType({ description: 'Somebody who can be asked about an organization.' })
export class OrganizationContact extends ContactFields {
  @Field(() => ID, { description: 'Opaque id.' })
  contactId!: string
}

@ObjectType({ description: 'How often a quality rule found something.' })
export class QualityCount {
  @Field(() => String, { description: 'Code of the rule, for example WARN_NO_LEARNERS.' })
  code!: string

  @Field(() => String, { description: 'What the rule finds.' })
  title!: string

  @Field(() => Int, { description: 'Findings that are not dismissed.' })
  count!: number
}

@ObjectType({ description: 'Something in the activities of a year that is probably wrong. It stops nothing.' })
export class QualityHint {
  @Field(() => String, { description: 'Code of the rule, for example WARN_NO_LEARNERS.' })
  code!: string

  @Field(() => String, { description: 'What the rule finds.' })
  title!: string

  @Field(() => String, { description: 'What to do about it.' })
  advice!: string

  @Field(() => String, { description: 'What was found, in words.' })
  detail!: string

  @Field(() => ID, { description: 'The activity.' })
  activityId!: string

  @Field(() => ID, { nullable: true, description: 'The other activity, where it is about two.' })
  otherId!: string | null

  @Field(() => String, { nullable: true, description: 'Why it was dismissed; null while it is not.' })
  dismissedReason!: string | null

  @Field(() => String, { nullable: true, description: 'Who dismissed it, by name.' })
  dismissedBy!: string | null
}

@ObjectType({ description: 'A page of quality hints.' })
export class QualityHintConnection extends connectionOf(QualityHint, 'QualityHint') {}

@ObjectType({ description: 'A reporting year of a provider: what is due, and how far it is.' })
export class YearEnd {
  @Field(() => Int, { description: 'The calendar year that is reported.' })
  year!: number

  @Field(() => Day, { description: 'The last day, until 23:59 US Central time (R01).' })
  deadlineOn!: string

  @Field(() => Boolean, { description: 'True where the recognized accreditor has set an earlier day (R03).' })
  isEarlier!: boolean

  @Field(() => Int, { description: 'Days until the deadline; negative after it.' })
  daysLeft!: number

  @Field(() => [YearStep], { description: 'The five steps, in the order in which they are usually done (R02).' })
  steps!: YearStep[]

  @Field(() => Boolean, { description: 'True when all five steps are done (R03).' })
  isComplete!: boolean

  @Field(() => Instant, { nullable: true, description: 'When the year was closed; null while it is open (R06).' })
  closedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who closed it, by name.' })
  closedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Why the operator reopened it, the last time.' })
  reopenReason!: string | null
}
