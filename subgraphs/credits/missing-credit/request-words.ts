import { listEnum } from '../../shared/graphql/list-enum.js'

/** Where a request stands. */
export const CreditRequestState = listEnum(
  'CreditRequestState',
  {
    REQUESTED: 'The provider has been asked.',
    REMINDED: 'The provider has been asked and reminded.',
    ESCALATED: 'The provider let its days pass; the platform’s operators see it too.',
    CONFIRMED: 'The credit is on record.',
    REJECTED: 'The provider, or an operator in its silence, has said no.',
    WITHDRAWN: 'The physician has taken it back.',
  },
  'Where a request for missing credit stands. None of it counts as credit.',
)
export type CreditRequestState = keyof typeof CreditRequestState

/** The states in which an answer is waited for. */
export const openStates: readonly CreditRequestState[] = ['REQUESTED', 'REMINDED', 'ESCALATED']

const providerReasons = {
  NOT_COMPLETED: 'The provider has no record that the physician completed it.',
  OTHER_DAY: 'It was completed on another day.',
  OTHER_CREDITS: 'It is another amount of credit.',
  NO_CREDIT: 'It gives no CME credit.',
  NOT_OURS: 'It is not an activity of this provider.',
  OTHER: 'Something else, in words.',
}

/** Why a provider says no. */
export const CreditRejectionReason = listEnum(
  'CreditRejectionReason',
  providerReasons,
  'Why a provider rejects a request for missing credit.',
)
export type CreditRejectionReason = keyof typeof CreditRejectionReason

/** Why a request was rejected. */
export const CreditRequestReason = listEnum(
  'CreditRequestReason',
  { ...providerReasons, NO_ANSWER: 'The provider never answered, and an operator closed the request.' },
  'Why a request for missing credit was rejected.',
)
export type CreditRequestReason = keyof typeof CreditRequestReason

/** What can happen to a request. */
export const CreditRequestStepKind = listEnum(
  'CreditRequestStepKind',
  {
    ASKED: 'The physician asked.',
    NOTED: 'The physician added a note.',
    CERTIFICATE_ADDED: 'The physician sent a certificate.',
    CERTIFICATE_REMOVED: 'The physician removed the certificate.',
    REMINDED: 'The provider was reminded on schedule.',
    ESCALATED: 'The provider’s days were over; the operators see it.',
    REMINDED_BY_OPERATOR: 'An operator reminded the provider.',
    CONFIRMED: 'The provider confirmed it; the credit is on record.',
    ALREADY_REPORTED: 'The provider pointed to the record that has it.',
    REJECTED: 'The provider rejected it.',
    CLOSED: 'An operator closed it without an answer.',
    WITHDRAWN: 'The physician withdrew it.',
    ASKED_AGAIN: 'The physician asked once more after a rejection.',
  },
  'What has happened to a request for missing credit.',
)
export type CreditRequestStepKind = keyof typeof CreditRequestStepKind
