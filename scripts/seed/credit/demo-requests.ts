import { schedule } from '../../../subgraphs/credits/missing-credit/clock.js'
import type {
  CreditRejectionReason,
  CreditRequestState,
  CreditRequestStepKind,
} from '../../../subgraphs/credits/missing-credit/request-words.js'
import { type DayNumber, dayMs } from '../day.js'
import { randomStream } from '../random/random.js'
import { uuidAt } from '../random/uuid.js'
import type { World } from '../world.js'

/** One thing that has happened to a request. */
export interface DemoStep {
  kind: CreditRequestStepKind
  /** The account; none for the clock. */
  by?: 'dee' | 'physician' | 'bo' | 'provider'
  words?: string
  atMs: number
}

/** A request for missing credit with everything that has happened to it. */
export interface DemoRequest {
  requestId: string
  /** Place of the physician. */
  physician: number
  providerId: string
  activityId: string | null
  described: string | null
  completedOn: DayNumber
  quarters: number
  state: CreditRequestState
  askedOn: DayNumber
  clockSteps: number
  reason?: CreditRejectionReason
  words?: string
  completionId?: string
  endedAtMs?: number
  steps: DemoStep[]
}

/** What the tour tells of, with days relative to today. */
interface Plan {
  physician: number
  activityId: string
  /** In place of the activity: what the physician wrote. */
  described?: string
  completed: number
  asked: number
  credits: number
  note?: string
  ending?: { state: 'REJECTED' | 'WITHDRAWN'; after: number; reason?: CreditRejectionReason; words?: string }
}

const dee = 0

const plans: readonly Plan[] = [
  {
    physician: dee,
    activityId: '200000001',
    completed: -29,
    asked: -3,
    credits: 8,
    note: 'I signed the list on the second day.',
  },
  {
    physician: dee,
    activityId: '200000002',
    described: 'Evening talk on safer tapering, by video, in the week after the opioid course',
    completed: -21,
    asked: -9,
    credits: 1,
  },
  {
    physician: dee,
    activityId: '200000050',
    completed: -70,
    asked: -44,
    credits: 3,
    ending: {
      state: 'REJECTED',
      after: 5,
      reason: 'NOT_COMPLETED',
      words: 'Our system shows that you opened the course and did not take the test at its end.',
    },
  },
  {
    physician: dee,
    activityId: '200000050',
    completed: -120,
    asked: -60,
    credits: 1,
    ending: { state: 'WITHDRAWN', after: 2 },
  },
  { physician: 1, activityId: '200000002', completed: -12, asked: -1, credits: 2 },
  { physician: 2, activityId: '200000003', completed: -48, asked: -20, credits: 1 },
  {
    physician: 3,
    activityId: '200000004',
    completed: -60,
    asked: -33,
    credits: 6,
    note: 'My certificate came by post; I can send a copy.',
  },
]

const noonMs = 18 * 3_600_000
const morningMs = 12 * 3_600_000 + 300_000

/** The requests of the tour; only their ids depend on the seed number. */
export function demoRequests(world: World): DemoRequest[] {
  const stream = randomStream(world.seed, 'credit requests')
  const planned = plans.map((plan, place) => requestOf(world, plan, uuidAt(atMs(world, plan.asked), stream(place))))
  const confirmed = confirmedRequest(world, uuidAt(atMs(world, -200), stream(plans.length)))
  return confirmed ? [...planned, confirmed] : planned
}

const atMs = ({ today }: World, day: number, ofDayMs = noonMs) => (today + day) * dayMs + ofDayMs

function requestOf(world: World, plan: Plan, requestId: string): DemoRequest {
  const { physician, completed, asked, credits, ending, note } = plan
  const provider = world.activities.find(({ activityId }) => activityId === plan.activityId)?.provider
  if (!provider) throw new Error(`There is no activity ${plan.activityId}.`)
  const by = physician === dee ? 'dee' : 'physician'
  const passed = schedule.filter(({ days }) => days <= (ending?.after ?? -asked))
  const steps: DemoStep[] = [
    { kind: 'ASKED', by, words: note, atMs: atMs(world, asked) },
    ...passed.map(({ days, state }) => ({ kind: state, atMs: atMs(world, asked + days, morningMs) })),
  ]
  const request: DemoRequest = {
    requestId,
    physician,
    providerId: provider.providerId,
    activityId: plan.described ? null : plan.activityId,
    described: plan.described ?? null,
    completedOn: world.today + completed,
    quarters: credits * 4,
    state: passed.at(-1)?.state ?? 'REQUESTED',
    askedOn: world.today + asked,
    clockSteps: passed.length,
    steps,
  }
  if (!ending) return request
  const { state, after, reason, words } = ending
  const endedAtMs = atMs(world, asked + after)
  const who = state === 'WITHDRAWN' ? by : 'bo'
  return {
    ...request,
    state,
    reason,
    words,
    endedAtMs,
    steps: [...steps, { kind: state, by: who, words, atMs: endedAtMs }],
  }
}

const askedDaysBefore = 4

/** A request of Dee that led to credit which is on her record. */
function confirmedRequest({ histories }: World, requestId: string): DemoRequest | undefined {
  const [history] = histories.all()
  const award = history?.awards.find(
    ({ completedOn, recordedAtMs }) => Math.floor(recordedAtMs / dayMs) - completedOn > askedDaysBefore,
  )
  const cme = award?.parts.find(({ kind }) => kind === 'CME')
  if (!award || !cme) return undefined
  const { activity, completedOn, recordedAtMs, completionId } = award
  const askedAtMs = recordedAtMs - askedDaysBefore * dayMs
  return {
    requestId,
    physician: dee,
    providerId: activity.provider.providerId,
    activityId: activity.activityId,
    described: null,
    completedOn,
    quarters: cme.quarters,
    state: 'CONFIRMED',
    askedOn: Math.floor(askedAtMs / dayMs),
    clockSteps: 0,
    completionId,
    endedAtMs: recordedAtMs,
    steps: [
      { kind: 'ASKED', by: 'dee', atMs: askedAtMs },
      { kind: 'CONFIRMED', by: 'provider', atMs: recordedAtMs },
    ],
  }
}
