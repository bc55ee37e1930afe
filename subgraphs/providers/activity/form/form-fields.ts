import { homeCountry } from '../../../reference/countries.js'
import type { ActivityFields } from '../activity-fields.js'
import type { Condition, ConditionField } from './conditions.js'

/** From which status on an activity needs an answer. */
export type NeededFor = 'DRAFT' | 'ACTIVE' | 'CLOSED'

export type FormSection =
  | 'BASICS'
  | 'PLACE'
  | 'CREDIT'
  | 'AUDIENCE'
  | 'PASSPORT'
  | 'MOC'
  | 'CONTENT'
  | 'SUPPORT'
  | 'RESULTS'

/** One question of the form, and when it is asked and needed. */
export interface FormField {
  /** As the input names it. */
  name: string
  /** Where the answer is kept. */
  of: Exclude<keyof ActivityFields, 'location'> | 'registrations'
  section: FormSection
  label: string
  /** What to do when the answer is missing. */
  ask: string
  askedWhen: readonly Condition[]
  neededFor?: NeededFor
  /** Asked for only then, on top of `askedWhen`. */
  neededWhen: readonly Condition[]
  /** Not needed when this other field is filled. */
  unlessFilled?: FormField['of']
  rule?: string
  maxLength?: number
  help?: string
}

const when = (field: ConditionField, ...isOneOf: string[]): Condition => ({ field, isOneOf })
const yes = (field: ConditionField) => when(field, 'true')
const isJoint = when('accreditationType', 'JOINT')
const isNotJoint = when('accreditationType', 'ACCME', 'STATE')
const inPerson = when('deliveryMethods', 'IN_PERSON')
const liveInPerson = [when('activityFormat', 'COURSE', 'RSS')]

type Extra = Partial<Omit<FormField, 'name' | 'section' | 'label' | 'ask'>>
const field = (name: string, section: FormSection, label: string, ask: string, extra: Extra = {}): FormField => ({
  name,
  of: name as FormField['of'],
  section,
  label,
  ask,
  askedWhen: [],
  neededWhen: [],
  ...extra,
})

/**
 * The form of an activity, in the order in which it asks: what each kind of activity is asked, and what each status
 * needs (A39, A40, A47). The portal draws its form from this list and the rules judge by it.
 */
export const formFields: readonly FormField[] = [
  field('title', 'BASICS', 'Title', 'Give the activity a title.', { neededFor: 'DRAFT', rule: 'A07', maxLength: 250 }),
  field('providerActivityId', 'BASICS', 'Your own id', 'Write your own id of the activity.', {
    maxLength: 50,
    help: 'It lets your files and programs name the activity.',
  }),
  field('activityFormat', 'BASICS', 'Format', 'Choose a format.', { neededFor: 'ACTIVE' }),
  field('deliveryMethods', 'BASICS', 'Delivery', 'Say how it reaches its learners.', { neededFor: 'ACTIVE' }),
  field('startsOn', 'BASICS', 'First day', 'Write the first day.', { neededFor: 'ACTIVE' }),
  field('endsOn', 'BASICS', 'Last day', 'Write the last day.', { neededFor: 'ACTIVE' }),
  field('location.city', 'PLACE', 'City', 'Write the city.', {
    of: 'city',
    askedWhen: [inPerson],
    neededFor: 'ACTIVE',
    neededWhen: liveInPerson,
    rule: 'A15',
    maxLength: 100,
  }),
  field('location.country', 'PLACE', 'Country', 'Choose the country.', {
    of: 'country',
    askedWhen: [inPerson],
    neededFor: 'ACTIVE',
    neededWhen: liveInPerson,
    rule: 'A15',
  }),
  field('location.state', 'PLACE', 'State or province', 'Choose the state.', {
    of: 'state',
    askedWhen: [inPerson],
    neededFor: 'ACTIVE',
    neededWhen: [when('country', homeCountry)],
    rule: 'A16',
    maxLength: 100,
  }),
  field('providership', 'BASICS', 'Providership', 'Say whether a partner that is not accredited takes part.', {
    neededFor: 'ACTIVE',
    help: 'With another accredited provider it is direct for the one that awards the credit.',
  }),
  field('jointProviders', 'BASICS', 'Joint providers', 'Name the partners that are not accredited.', {
    askedWhen: [when('providership', 'JOINT')],
    neededFor: 'ACTIVE',
    rule: 'A19',
  }),
  field('credits', 'CREDIT', 'AMA PRA Category 1 Credits', 'Write the most credits one learner can earn.', {
    of: 'creditQuarters',
    neededFor: 'ACTIVE',
    unlessFilled: 'otherCredits',
    rule: 'A20',
  }),
  field('otherCredits', 'CREDIT', 'Other credit', 'Name the credit of other professions.', { askedWhen: [isJoint] }),
  field('pharmacy', 'CREDIT', 'Pharmacy', 'Fill in what pharmacy credit asks for.', {
    askedWhen: [isJoint, when('otherCredits', 'PHARMACY')],
    neededFor: 'ACTIVE',
  }),
  field('isInterprofessional', 'AUDIENCE', 'Interprofessional', 'Say whether several professions learn together.', {
    askedWhen: [isJoint],
    neededFor: 'ACTIVE',
  }),
  field('targetProfessions', 'AUDIENCE', 'Professions', 'Choose the professions it is meant for.', {
    askedWhen: [isJoint],
    neededFor: 'ACTIVE',
  }),
  field('specialties', 'AUDIENCE', 'Specialties', 'Choose the specialties it is meant for.', {
    help: 'Left blank, they are the practice areas of its MOC registrations.',
  }),
  field('displayInPassport', 'PASSPORT', 'Display in CME Passport', 'Say whether physicians may find it.', {
    neededFor: 'ACTIVE',
  }),
  field('description', 'PASSPORT', 'Description', 'Describe it for physicians.', {
    neededFor: 'ACTIVE',
    neededWhen: [yes('displayInPassport')],
    rule: 'A28',
    maxLength: 2_500,
  }),
  field('url', 'PASSPORT', 'Address', 'Write the address where physicians take part or read more.', {
    neededFor: 'ACTIVE',
    neededWhen: [yes('displayInPassport')],
    rule: 'A27',
    maxLength: 2_000,
  }),
  field('fee', 'PASSPORT', 'Fee', 'Say whether learners pay.', {
    askedWhen: [yes('displayInPassport')],
    neededFor: 'ACTIVE',
    rule: 'A27',
  }),
  field('registration', 'PASSPORT', 'Registration', 'Say who may register.', {
    askedWhen: [yes('displayInPassport')],
    neededFor: 'ACTIVE',
    rule: 'A27',
  }),
  field('mocRegistrations', 'MOC', 'MOC/CC', 'Register the activity for certifying boards.', { of: 'registrations' }),
  field('commendationTags', 'CONTENT', 'Commendation', 'Choose what it does for commendation.'),
  field('isMips', 'CONTENT', 'MIPS improvement activity', 'Say whether it counts for MIPS.'),
  field('mipsCriteria', 'CONTENT', 'MIPS criteria', 'Attest to all five criteria.', { askedWhen: [yes('isMips')] }),
  field('rems', 'CONTENT', 'REMS', 'Name the program and its identifier.'),
  field('hasStateContentTags', 'CONTENT', 'Content for states', 'Say whether a state asks for its content.'),
  field('stateContentTags', 'CONTENT', 'State content tags', 'Add domain and topic.', {
    askedWhen: [yes('hasStateContentTags')],
  }),
  field('commercialSupportReceived', 'SUPPORT', 'Commercial support', 'Say whether commercial support was received.', {
    neededFor: 'CLOSED',
  }),
  field('commercialSupport', 'SUPPORT', 'Supporters', 'Name who gave money, and how much.', {
    askedWhen: [yes('commercialSupportReceived')],
  }),
  field('inKindSupporters', 'SUPPORT', 'In-kind supporters', 'Name who supported in kind.', {
    askedWhen: [yes('commercialSupportReceived')],
  }),
  field('physicianLearners', 'RESULTS', 'Physicians', 'Count the physicians who took part.', {
    askedWhen: [isNotJoint],
    neededFor: 'CLOSED',
  }),
  field('otherLearners', 'RESULTS', 'Other learners', 'Count the other learners.', {
    askedWhen: [isNotJoint],
    neededFor: 'CLOSED',
  }),
  field('learnersByProfession', 'RESULTS', 'Learners by profession', 'Count the learners of each profession.', {
    askedWhen: [isJoint],
    neededFor: 'CLOSED',
  }),
  field('countedOn', 'RESULTS', 'Counted as of', 'Write the day up to which learners are counted.', {
    askedWhen: [when('activityFormat', 'ENDURING')],
    rule: 'R04',
  }),
  field('measuredOutcomes', 'RESULTS', 'Measured outcomes', 'Say what was measured, and how.', { neededFor: 'CLOSED' }),
]

/** The label of a field by the name of its column or of its input. */
export const labelOf = (name: string): string =>
  formFields.find((entry) => entry.name === name || entry.of === name)?.label ?? name
