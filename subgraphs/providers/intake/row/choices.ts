import {
  ActivityFormat,
  ActivityRegistration,
  DeliveryMethod,
  ParticipationFee,
  Providership,
  remsTypes,
} from '../../../reference/activity.js'
import { activityFormats } from '../../../reference/activity-formats.js'
import { commendationTags } from '../../../reference/commendation-tags.js'
import { otherCreditCategories } from '../../../reference/credit-categories.js'
import { measurementTypes, outcomes } from '../../../reference/measured-outcomes.js'
import { pharmacyActivityTypes, recertificationAnswers } from '../../../reference/pharmacy.js'
import { learnerProfessions, targetProfessions } from '../../../reference/professions.js'

/** A list of which a cell names one or more: what is read, and what the rule is called. */
export interface Choice {
  /** In the spelling of the field, as files and templates write it. */
  labels: Readonly<Record<string, string>>
  /** Other spellings, by code. */
  also?: Readonly<Record<string, readonly string[]>>
  rule: string | null
}

const formatLabels = Object.fromEntries(Object.entries(activityFormats).map(([code, { label }]) => [code, label]))

/** The lists of values that columns accept. */
export const choices = {
  activityFormat: {
    labels: formatLabels,
    also: {
      [ActivityFormat.COURSE]: ['Live Course', 'Live', 'C', 'IL', 'Internet Live'],
      [ActivityFormat.RSS]: ['RSS', 'Regularly Scheduled Series (RSS)', 'Series'],
      [ActivityFormat.ENDURING]: ['Enduring', 'Enduring Materials', 'EM', 'IEM', 'Internet Enduring Material'],
      [ActivityFormat.JOURNAL]: ['Journal', 'Journal CME', 'JN'],
      [ActivityFormat.COMMITTEE]: ['Committee', 'CML'],
      [ActivityFormat.ISL]: ['Internet Searching', 'ISL'],
      [ActivityFormat.LFT]: ['LFT'],
      [ActivityFormat.MANUSCRIPT]: ['Manuscript', 'MR'],
      [ActivityFormat.PI]: ['PI', 'PI CME'],
      [ActivityFormat.TIW]: ['Test Item Writing', 'TIW'],
      [ActivityFormat.OTHER]: ['Other', 'Blended', 'Blended Learning', 'Other/Blended Learning'],
    },
    rule: 'A09',
  },
  deliveryMethods: {
    labels: {
      [DeliveryMethod.IN_PERSON]: 'In-Person',
      [DeliveryMethod.LIVE_STREAMED]: 'Live-Streamed',
      [DeliveryMethod.ONLINE]: 'Online',
      [DeliveryMethod.PRINT_OTHER]: 'Print/Other',
    },
    also: {
      [DeliveryMethod.LIVE_STREAMED]: ['Livestream', 'Live Stream', 'Virtual'],
      [DeliveryMethod.PRINT_OTHER]: ['Print', 'Other'],
    },
    rule: null,
  },
  providership: {
    labels: { [Providership.DIRECT]: 'Direct', [Providership.JOINT]: 'Joint' },
    also: { [Providership.DIRECT]: ['Directly provided'], [Providership.JOINT]: ['Jointly provided'] },
    rule: 'A18',
  },
  fee: {
    labels: {
      [ParticipationFee.YES]: 'Yes',
      [ParticipationFee.NO_FREE]: 'No, it’s free',
      [ParticipationFee.VARIABLE]: 'Variable',
    },
    also: { [ParticipationFee.NO_FREE]: ['No', 'Free', 'No fee'] },
    rule: 'A30',
  },
  registration: {
    labels: { [ActivityRegistration.OPEN_TO_ALL]: 'Open to all', [ActivityRegistration.LIMITED]: 'Limited' },
    also: { [ActivityRegistration.OPEN_TO_ALL]: ['Open'] },
    rule: 'A30',
  },
  remsType: { labels: remsTypes, rule: 'A31' },
  commendationTags: { labels: commendationTags, rule: 'A35' },
  targetProfessions: { labels: targetProfessions, rule: null },
  pharmacyActivityType: { labels: pharmacyActivityTypes, rule: 'A37' },
  hasRecertifications: { labels: recertificationAnswers, also: { YES: ['True'], NO: ['False'] }, rule: null },
  measuredOutcomes: { labels: outcomes, rule: 'A34' },
  measurementTypes: { labels: measurementTypes, rule: 'A34' },
  otherCredits: { labels: otherCreditCategories, rule: 'A21' },
  learnersByProfession: { labels: learnerProfessions, rule: 'A22' },
} as const satisfies Record<string, Choice>

export type ChoiceName = keyof typeof choices

/** A spelling without case, blanks, hyphens and apostrophes, curly ones too (A30). */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const spellings = new Map(
  Object.entries(choices).map(([name, { labels, also = {} }]: [string, Choice]) => [
    name,
    new Map(
      Object.entries(labels).flatMap(([code, label]) =>
        [code, label, ...(also[code] ?? [])].map((text) => [plain(text), code] as const),
      ),
    ),
  ]),
)

/** The code that a text names in a list; undefined when it names none. */
export const parseChoice = (name: ChoiceName, text: string): string | undefined => spellings.get(name)?.get(plain(text))

/** What a cell of a list may say, for sentences. */
export const expectedOf = (name: ChoiceName): string => {
  const labels = Object.values<string>(choices[name].labels)
  return labels.length > 6 ? `${labels.slice(0, 5).join(', ')} or another of the list` : labels.join(' or ')
}
