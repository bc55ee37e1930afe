/** Somebody who asks for the account of a partner. */
export interface PartnerRequest {
  requestId: string
  name: string
  organization: string
  email: string
  purpose: string
  askedAt: string
  decision: 'ACCEPTED' | 'DECLINED' | null
  decidedBy: string | null
  decidedAt: string | null
  /** Until when an invitation waits to be used. */
  invitationEndsAt: string | null
}

/** What the list answers, and every decision. */
export interface PartnerRequests {
  requests: PartnerRequest[]
  /** Where the one who was accepted signs in, once. */
  invitation?: string
}

/** Where the list is. */
export const partnerRequestsAddress = '/partner-requests'
