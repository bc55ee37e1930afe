import { ActivityFormat, ActivityStatus, DeliveryMethod } from '../../../subgraphs/reference/activity.js'
import type { CertifyingBoardCode, CreditTypeCode } from '../../../subgraphs/reference/certifying-boards.js'
import type { DayNumber } from '../day.js'
import type { SpecialtyName } from '../people/specialties.js'
import type { Provider } from '../provider/provider.js'
import type { Activity } from './activity.js'

const { COURSE, RSS, ENDURING, JOURNAL } = ActivityFormat
const { IN_PERSON, LIVE_STREAMED, ONLINE, PRINT_OTHER } = DeliveryMethod

/** One activity that is told of in the tour, with days relative to today. */
interface DemoActivity {
  id: string
  title: string
  description: string
  format: ActivityFormat
  delivery: readonly DeliveryMethod[]
  days: readonly [first: number, last: number]
  credits: number
  specialty?: SpecialtyName
  moc?: { board: CertifyingBoardCode; points: number; creditTypes: readonly CreditTypeCode[]; areas: readonly string[] }
  status?: ActivityStatus
}

const ofAda: readonly DemoActivity[] = [
  {
    id: '200000001',
    title: 'Heart Failure Update for Primary Care',
    description:
      'Diagnosis, drug treatment and follow-up of heart failure outside the specialist clinic, with cases from practice.',
    format: COURSE,
    delivery: [IN_PERSON, LIVE_STREAMED],
    days: [-30, -28],
    credits: 10,
    specialty: 'Internal Medicine',
    moc: {
      board: 'ABIM',
      points: 10,
      creditTypes: ['MK', 'PS'],
      areas: ['Internal Medicine', 'Cardiovascular Disease'],
    },
  },
  {
    id: '200000002',
    title: 'Opioid Stewardship Online',
    description:
      'Safer prescribing of opioids: risk assessment, tapering, naloxone and alternatives, at the learner’s own pace.',
    format: ENDURING,
    delivery: [ONLINE],
    days: [-300, 400],
    credits: 2,
  },
  {
    id: '200000003',
    title: 'Grand Rounds in Internal Medicine',
    description: 'A weekly hour on a case from the wards and what the literature says about it.',
    format: RSS,
    delivery: [IN_PERSON],
    days: [-330, 30],
    credits: 20,
    specialty: 'Internal Medicine',
    moc: { board: 'ABIM', points: 10, creditTypes: ['MK'], areas: ['Internal Medicine'] },
  },
  {
    id: '200000004',
    title: 'Anesthesia Safety Workshop',
    description:
      'Simulated crises in the operating room, from the lost airway to malignant hyperthermia, with debriefing.',
    format: COURSE,
    delivery: [IN_PERSON],
    days: [-60, -60],
    credits: 6,
    specialty: 'Anesthesiology',
    moc: { board: 'ABA', points: 6, creditTypes: ['LL', 'PS'], areas: ['General Operative Anesthesia'] },
  },
  {
    id: '200000005',
    title: 'Pediatric Journal Club',
    description: 'One article a month, with questions on how it changes care of children.',
    format: JOURNAL,
    delivery: [ONLINE, PRINT_OTHER],
    days: [-200, 150],
    credits: 1,
    specialty: 'Pediatrics',
    moc: { board: 'ABP', points: 1, creditTypes: ['LLSA'], areas: ['General Pediatrics'] },
  },
  {
    id: '200000006',
    title: 'Draft: Sepsis Bundle Review',
    description: 'What the first hours of sepsis care need, and where our hospitals lose time.',
    format: ENDURING,
    delivery: [],
    days: [30, 395],
    credits: 1,
    status: ActivityStatus.DRAFT,
  },
  {
    id: '200000007',
    title: 'Surgical Skills Self-Assessment',
    description: 'Questions with explanations over the breadth of general surgery; pass at 75 percent.',
    format: ENDURING,
    delivery: [ONLINE],
    days: [-250, 500],
    credits: 8,
    specialty: 'General Surgery',
    moc: { board: 'ABS', points: 8, creditTypes: ['ACC_CME', 'SA'], areas: ['General Surgery'] },
  },
]

const ofBo: readonly DemoActivity[] = [
  {
    id: '200000050',
    title: 'Wound Care Essentials',
    description: 'Assessment, dressings and when to refer, for everybody who sees chronic wounds.',
    format: ENDURING,
    delivery: [ONLINE],
    days: [-200, 300],
    credits: 3,
  },
]

/** Enough learners that the provider’s pages look lived in. */
const popularity: Partial<Record<ActivityFormat, number>> = { COURSE: 30, RSS: 25, ENDURING: 5, JOURNAL: 5 }

/** The activities of the tour, the same for every seed number. */
export function demoActivities(today: DayNumber, [ada, bo]: readonly Provider[]): Activity[] {
  if (!ada || !bo) throw new Error('The first two providers are those of the demo.')
  return [
    ...ofAda.map((activity) => planned(activity, ada, today)),
    ...ofBo.map((activity) => planned(activity, bo, today)),
  ]
}

function planned(
  { id, title, description, days, credits, moc, status, ...rest }: DemoActivity,
  provider: Provider,
  today: DayNumber,
): Activity {
  const isLocal = rest.delivery.every((method) => method === IN_PERSON) && rest.delivery.length > 0
  return {
    ...rest,
    activityId: id,
    provider,
    startsOn: today + days[0],
    endsOn: today + days[1],
    quarters: credits * 4,
    sessionQuarters: rest.format === RSS ? 4 : credits * 4,
    localTo: isLocal ? provider.state : undefined,
    status: status ?? ActivityStatus.ACTIVE,
    registrations: moc
      ? [{ board: moc.board, quarters: moc.points * 4, creditTypes: moc.creditTypes, areas: moc.areas }]
      : [],
    popularity: popularity[rest.format] ?? 1,
    text: { title, description },
  }
}
