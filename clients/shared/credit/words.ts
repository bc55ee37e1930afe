import type {
  ActivityFormat,
  ActivityRegistration,
  ActivityStatus,
  CompletionSource,
  CreditStatus,
  DeliveryMethod,
  MeasurementType,
  ParticipationFee,
} from '../../graphql/graphql'
import type { Tone } from '../ui/badge'

type Word = { label: string; tone: Tone }

/** Where a board’s part stands, in words that name the board. */
export function mocStatus(status: CreditStatus, boardCode: string): Word {
  return {
    PENDING: { label: `Waiting for ${boardCode}`, tone: 'warn' as const },
    ACCEPTED: { label: `Accepted by ${boardCode}`, tone: 'good' as const },
    REJECTED: { label: `Not accepted by ${boardCode}`, tone: 'bad' as const },
  }[status]
}

export const activityFormats: Record<ActivityFormat, string> = {
  COURSE: 'Course',
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

export const deliveryMethods: Record<DeliveryMethod, string> = {
  IN_PERSON: 'In person',
  LIVE_STREAMED: 'Live-streamed',
  ONLINE: 'Online',
  PRINT_OTHER: 'Print or other',
}

export const activityStatuses: Record<ActivityStatus, Word> = {
  DRAFT: { label: 'Draft', tone: 'plain' },
  ACTIVE: { label: 'Active', tone: 'good' },
  CLOSED: { label: 'Closed', tone: 'info' },
  DELETED: { label: 'Deleted', tone: 'bad' },
}

export const sources: Record<CompletionSource, string> = {
  FORM: 'Form',
  FILE: 'File',
  API: 'API',
  CARRIED_OVER: 'Carried over',
  DERIVED: 'Follows from MOC',
  CLAIM: 'Claimed by the physician',
}

export const participationFees: Record<ParticipationFee, string> = {
  YES: 'Yes',
  NO_FREE: 'No, it’s free',
  VARIABLE: 'Variable',
}

export const registrations: Record<ActivityRegistration, string> = {
  OPEN_TO_ALL: 'Open to all',
  LIMITED: 'Limited',
}

export const measurementTypes: Record<MeasurementType, string> = {
  OBJECTIVE: 'Objective',
  SUBJECTIVE: 'Subjective',
}

/** Credit types of the certifying boards by code. */
export const creditTypes: Record<string, string> = {
  LL: 'Lifelong Learning',
  SA: 'Self-Assessment',
  IMP: 'Improvement in Medical Practice',
  PS: 'Patient Safety',
  MK: 'Medical Knowledge',
  PA: 'Practice Assessment',
  LLSA: 'Lifelong Learning and Self-Assessment',
  ACC_CME: 'Accredited CME',
  SAE: 'Self-Assessment Examination',
}

interface Named {
  givenName: string
  middleName?: string | null
  familyName: string
  suffix?: string | null
  degree?: string | null
}

/** A physician’s name as a record shows it. */
export function fullName({ givenName, middleName, familyName, suffix, degree }: Named) {
  const name = [givenName, middleName, familyName].filter(Boolean).join(' ')
  return [name, suffix, degree].filter(Boolean).join(', ')
}
