import { ActivityFormat, DeliveryMethod } from './activity.js'

const { IN_PERSON, LIVE_STREAMED, ONLINE, PRINT_OTHER } = DeliveryMethod

/** What sets activities of one format apart. */
export interface FormatRules {
  label: string
  deliveryMethods: readonly DeliveryMethod[]
  /** Learners are there at a time, so that a room has a place (A15) and nobody taking part is odd (A45). */
  isLive: boolean
  /** The longest time from first to last day (A11, A12). */
  atMost: { months: number; spelled: string }
  /** Whether it stays open until its last day (A41). */
  staysOpen: boolean
  /** Whether learners are counted cumulatively, as of a day (R04). */
  countsAsOf: boolean
  /** Fewer credits than this over half a year or more are implausible (A44). */
  lowQuarters?: number
  /** How its learners are counted. */
  counting: string
}

const anyDelivery = Object.values(DeliveryMethod)
const yearly = { months: 12, spelled: '12 months' }
const format = (label: string, rules: Partial<FormatRules> = {}): FormatRules => ({
  label,
  deliveryMethods: anyDelivery,
  isLive: false,
  atMost: yearly,
  staysOpen: false,
  countsAsOf: false,
  counting: 'Count every learner once.',
  ...rules,
})

/** The formats and their rules as data. */
export const activityFormats: Record<ActivityFormat, FormatRules> = {
  COURSE: format('Course', {
    deliveryMethods: [IN_PERSON, LIVE_STREAMED],
    isLive: true,
    counting: 'Count everybody who registered for the meeting once.',
  }),
  RSS: format('Regularly scheduled series', {
    deliveryMethods: [IN_PERSON, LIVE_STREAMED],
    isLive: true,
    lowQuarters: 16,
    counting: 'One record for the whole series: count a learner once for each session attended.',
  }),
  ENDURING: format('Enduring material', {
    deliveryMethods: [ONLINE, PRINT_OTHER],
    atMost: { months: 36, spelled: '3 years' },
    staysOpen: true,
    countsAsOf: true,
    counting: 'Count cumulatively since the release, as of 31 December of each year.',
  }),
  JOURNAL: format('Journal-based CME', { deliveryMethods: [ONLINE, PRINT_OTHER] }),
  COMMITTEE: format('Committee learning'),
  ISL: format('Internet searching and learning', { counting: 'One record for the searches of all learners.' }),
  LFT: format('Learning from teaching'),
  MANUSCRIPT: format('Manuscript review'),
  PI: format('Performance improvement', { counting: 'One record for each project.' }),
  TIW: format('Test-item writing'),
  OTHER: format('Other or blended learning'),
}

/** The labels of the delivery methods. */
export const deliveryLabels: Record<DeliveryMethod, string> = {
  IN_PERSON: 'In-Person',
  LIVE_STREAMED: 'Live-Streamed',
  ONLINE: 'Online',
  PRINT_OTHER: 'Print/Other',
}
