import type {
  CreditRejectionReason,
  CreditRequestReason,
  CreditRequestState,
  CreditRequestStepKind,
} from '../../graphql/graphql'
import { day } from '../format/days'
import type { Tone } from '../ui/badge'

/** Where a request stands. What waits is called unconfirmed wherever it is shown, since it is no credit. */
export const requestStates: Record<CreditRequestState, { label: string; tone: Tone }> = {
  REQUESTED: { label: 'Requested, not confirmed', tone: 'info' },
  REMINDED: { label: 'Requested, not confirmed: provider reminded', tone: 'warn' },
  ESCALATED: { label: 'Requested, not confirmed: overdue', tone: 'bad' },
  CONFIRMED: { label: 'Confirmed', tone: 'good' },
  REJECTED: { label: 'Rejected', tone: 'bad' },
  WITHDRAWN: { label: 'Withdrawn', tone: 'plain' },
}

/** The states in which an answer is waited for. */
export const openStates: CreditRequestState[] = ['REQUESTED', 'REMINDED', 'ESCALATED']

/** Why a provider rejects a request, as it chooses. */
export const rejectionReasons: Record<CreditRejectionReason, string> = {
  NOT_COMPLETED: 'We have no record of completion',
  OTHER_DAY: 'Completed on another day',
  OTHER_CREDITS: 'Another amount of credit',
  NO_CREDIT: 'The activity gives no CME credit',
  NOT_OURS: 'Not one of our activities',
  OTHER: 'Something else',
}

/** Why a request was rejected, as the physician reads it. */
export const requestReasons: Record<CreditRequestReason, string> = {
  NOT_COMPLETED: 'The provider has no record that you completed it.',
  OTHER_DAY: 'The provider says that it was completed on another day.',
  OTHER_CREDITS: 'The provider says that it is another amount of credit.',
  NO_CREDIT: 'The provider says that it gives no CME credit.',
  NOT_OURS: 'The provider says that it is not one of its activities.',
  OTHER: 'The provider gave another reason.',
  NO_ANSWER: 'The provider never answered, so the request was closed.',
}

/** What has happened to a request. */
export const requestSteps: Record<CreditRequestStepKind, string> = {
  ASKED: 'Asked',
  NOTED: 'Note added',
  CERTIFICATE_ADDED: 'Certificate added',
  CERTIFICATE_REMOVED: 'Certificate removed',
  REMINDED: 'Provider reminded on schedule',
  ESCALATED: 'Time for an answer is over; shown to the platform’s operators',
  REMINDED_BY_OPERATOR: 'Provider reminded by an operator',
  CONFIRMED: 'Confirmed and recorded',
  ALREADY_REPORTED: 'Found on record',
  REJECTED: 'Rejected',
  CLOSED: 'Closed without an answer',
  WITHDRAWN: 'Withdrawn',
  ASKED_AGAIN: 'Asked again',
}

interface Clocked {
  state: CreditRequestState
  deadlineOn: string
  nextStepOn?: string | null
}

/** Until when somebody has to answer, and what happens next; blank when the request has ended. */
export function clockWords(who: string, { state, deadlineOn, nextStepOn }: Clocked): string {
  if (state === 'ESCALATED') return `${who} had until ${day(deadlineOn)}. Our operators see it now.`
  if (!openStates.includes(state)) return ''
  const reminder = nextStepOn && nextStepOn < deadlineOn ? ` The next reminder goes out on ${day(nextStepOn)}.` : ''
  return `${who} has until ${day(deadlineOn)}.${reminder}`
}
