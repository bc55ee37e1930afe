import { type ParticipationFee, Providership, remsTypes } from '../../reference/activity.js'
import { type CreditTypeCode, certifyingBoards, creditTypeLabels } from '../../reference/certifying-boards.js'
import { otherCreditCategories } from '../../reference/credit-categories.js'
import { measurementTypes, outcomes } from '../../reference/measured-outcomes.js'
import type { MocRegistration } from '../activity/moc-registration.js'
import { labelOf, SearchFacet } from '../activity/search/facets.js'
import type { PublicActivity } from './public-activity.js'
import { placeOf } from './public-activity.js'
import { amountWords, creditWords, dayWords, pointWords, spanWords } from './words.js'

/** A line of the page: its label and what is to be said, one after the other. */
export type Fact = readonly [label: string, values: readonly string[]]

type Shown = PublicActivity['activity']

/** What a physician needs to know, line by line; a line without anything to say is left out. */
export function factsOf({ activity, registrations }: PublicActivity): Fact[] {
  const lines: Fact[] = [
    ['Activity type', labelled(SearchFacet.FORMAT, activity.activityFormat)],
    ['Start and end dates', [spanWords(activity.startsOn, activity.endsOn)]],
    ['Delivery', activity.deliveryMethods.map((method) => labelOf(SearchFacet.DELIVERY, method))],
    ['Location', given(placeOf(activity))],
    ['AMA PRA Category 1 Credit™', activity.creditQuarters ? [creditWords(activity.creditQuarters)] : []],
    [
      'Other credit',
      activity.otherCredits.map((c) => `${amountWords(c.quarters)} ${otherCreditCategories[c.category]}`),
    ],
    ['Registered for MOC', registrations.map(registrationWords)],
    ['Content outlines', registrations.flatMap((r) => r.contentOutline.map(({ value }) => `${r.boardCode}: ${value}`))],
    ['Specialties', specialtiesOf(activity, registrations)],
    ['Registration', labelled(SearchFacet.REGISTRATION, activity.registration)],
    ['Fee to participate', activity.fee ? [feeWords[activity.fee]] : []],
    ['FDA REMS', activity.rems?.type ? [remsTypes[activity.rems.type]] : []],
    ['Qualifies for MIPS', activity.isMips ? ['Yes'] : []],
    ['Content that states ask for', activity.stateContentTags.map(({ domain, topic }) => `${domain}: ${topic}`)],
    ['Providership', providershipOf(activity)],
    ['Measured outcomes', activity.measuredOutcomes.map(outcomeWords)],
    ['Commercial support', supportOf(activity)],
    ['Activity id', [activity.activityId]],
  ]
  return lines.filter(([, values]) => values.length > 0)
}

const feeWords: Record<ParticipationFee, string> = { YES: 'Yes', NO_FREE: 'No, it’s free', VARIABLE: 'Variable' }

const given = (text: string | undefined) => (text === undefined ? [] : [text])

const labelled = (facet: SearchFacet, value: string | null | undefined) => (value ? [labelOf(facet, value)] : [])

function registrationWords({ boardCode, pointQuarters, creditTypes, creditClaimOn }: MocRegistration): string {
  const board: string = Object.hasOwn(certifyingBoards, boardCode)
    ? certifyingBoards[boardCode as keyof typeof certifyingBoards].name
    : boardCode
  const types = creditTypes.map((type) => creditTypeLabels[type as CreditTypeCode] ?? type).join(', ')
  const until = creditClaimOn ? `; claim by ${dayWords(creditClaimOn)}` : ''
  return `${board}: ${pointWords(pointQuarters, boardCode)}; ${types}${until}`
}

const specialtiesOf = (activity: Shown, registrations: readonly MocRegistration[]) => [
  ...new Set([...activity.specialties, ...registrations.flatMap(({ practiceAreas }) => practiceAreas)]),
]

function providershipOf({ providership, jointProviders }: Shown): string[] {
  if (!providership) return []
  return providership === Providership.JOINT
    ? [`Jointly provided with ${jointProviders.join(', ')}`]
    : ['Directly provided']
}

function outcomeWords({ outcome, types }: Shown['measuredOutcomes'][number]): string {
  const ways = types.map((type) => measurementTypes[type].toLowerCase()).join(' and ')
  return ways ? `${outcomes[outcome]} (${ways})` : outcomes[outcome]
}

function supportOf({ commercialSupportReceived, commercialSupport, inKindSupporters }: Shown): string[] {
  if (commercialSupportReceived === false) return ['None received']
  const sources = [
    ...commercialSupport.map(({ source }) => source),
    ...inKindSupporters.map((name) => `${name} (in kind)`),
  ]
  if (sources.length > 0) return sources
  return commercialSupportReceived ? ['Received'] : []
}
