import { registerEnumType } from 'type-graphql'
import {
  type ActivityFormat,
  type ActivityRegistration,
  type DeliveryMethod,
  type ParticipationFee,
  type RemsType,
  remsTypes,
} from '../../../reference/activity.js'
import { type CreditTypeCode, certifyingBoards, creditTypeLabels } from '../../../reference/certifying-boards.js'
import { amaCategory, otherCreditCategories } from '../../../reference/credit-categories.js'
import { stateNames } from '../../../reference/states.js'

/** What activities are counted and filtered by. */
export enum SearchFacet {
  FORMAT = 'FORMAT',
  DELIVERY = 'DELIVERY',
  CREDIT_CATEGORY = 'CREDIT_CATEGORY',
  BOARD = 'BOARD',
  CREDIT_TYPE = 'CREDIT_TYPE',
  SPECIALTY = 'SPECIALTY',
  TOPIC = 'TOPIC',
  STATE = 'STATE',
  PROVIDER = 'PROVIDER',
  FEE = 'FEE',
  REGISTRATION = 'REGISTRATION',
  MIPS = 'MIPS',
  REMS = 'REMS',
}

registerEnumType(SearchFacet, {
  name: 'SearchFacet',
  description: 'What found activities are counted by, and can be filtered by.',
  valuesConfig: {
    FORMAT: { description: 'Format; filter `formats`.' },
    DELIVERY: { description: 'Delivery method; filter `deliveryMethods`.' },
    CREDIT_CATEGORY: { description: 'Category of credit; filter `creditCategories`.' },
    BOARD: { description: 'Certifying board of a registration; filter `certifyingBoards` (P10).' },
    CREDIT_TYPE: { description: 'Credit type of a registration, as BOARD/TYPE; filter `creditTypes` (P10).' },
    SPECIALTY: { description: 'Specialty or practice area; filter `specialties`.' },
    TOPIC: { description: 'Content that a state asks for; filter `topics`.' },
    STATE: { description: 'State in which it takes place; filter `states`.' },
    PROVIDER: { description: 'Accredited provider; filter `providerIds`.' },
    FEE: { description: 'Whether learners pay; filter `fees`.' },
    REGISTRATION: { description: 'Who may register; filter `registrations`.' },
    MIPS: { description: 'Improvement activity for MIPS, value YES; filter `mips`.' },
    REMS: { description: 'REMS program; filter `rems`.' },
  },
})

/** Every facet in the order in which a panel shows them. */
export const facets = Object.values(SearchFacet)

const formatLabels: Record<ActivityFormat, string> = {
  COURSE: 'Live course',
  RSS: 'Regularly scheduled series',
  ENDURING: 'Enduring material',
  JOURNAL: 'Journal-based CME',
  COMMITTEE: 'Committee learning',
  ISL: 'Internet searching and learning',
  LFT: 'Learning from teaching',
  MANUSCRIPT: 'Manuscript review',
  PI: 'Performance improvement',
  TIW: 'Test-item writing',
  OTHER: 'Other or blended learning',
}
const deliveryLabels: Record<DeliveryMethod, string> = {
  IN_PERSON: 'In person',
  LIVE_STREAMED: 'Live-streamed',
  ONLINE: 'Online',
  PRINT_OTHER: 'Print or other',
}
const feeLabels: Record<ParticipationFee, string> = { YES: 'Fee', NO_FREE: 'Free', VARIABLE: 'Fee varies' }
const registrationLabels: Record<ActivityRegistration, string> = { OPEN_TO_ALL: 'Open to all', LIMITED: 'Limited' }

type Labels = Readonly<Record<string, string>>

const boardLabels: Labels = Object.fromEntries(Object.entries(certifyingBoards).map(([code, { name }]) => [code, name]))

/** What people read for the values of a facet; a facet without such a table shows the values themselves. */
const labels: Partial<Record<SearchFacet, Labels>> = {
  FORMAT: formatLabels,
  DELIVERY: deliveryLabels,
  CREDIT_CATEGORY: { AMA_PRA_1: `${amaCategory} Credit™`, ...otherCreditCategories },
  BOARD: boardLabels,
  STATE: stateNames,
  FEE: feeLabels,
  REGISTRATION: registrationLabels,
  MIPS: { YES: 'Qualifies for MIPS' },
  REMS: remsTypes satisfies Record<RemsType, string>,
}

/** What people read for a value of a facet. */
export function labelOf(facet: SearchFacet, value: string): string {
  if (facet === SearchFacet.CREDIT_TYPE) {
    const [board = '', type = ''] = value.split('/')
    return `${board} ${Object.hasOwn(creditTypeLabels, type) ? creditTypeLabels[type as CreditTypeCode] : type}`
  }
  return labels[facet]?.[value] ?? value
}

/** The tag under which the columns know a value. */
export const tagOf = (facet: SearchFacet, value: string) => `${facet}:${value}`

/** The facet and the value that a tag stands for. */
export function readTag(tag: string): { facet: SearchFacet; value: string } {
  const end = tag.indexOf(':')
  return { facet: tag.slice(0, end) as SearchFacet, value: tag.slice(end + 1) }
}
