import type { CertifyingBoardCode } from '../../reference/certifying-boards.js'
import type { ViewerClaims } from '../../reference/viewer.js'

/** What an activity allows, as the providers subgraph says. Amounts in quarters. */
export interface ActivityFacts {
  activityId: string
  /** Counts the changes. */
  version: number
  providerId: string
  providerName: string
  title: string
  status: 'DRAFT' | 'ACTIVE' | 'CLOSED' | 'DELETED'
  activityFormat: string | null
  startsOn: string | null
  endsOn: string | null
  quarters: number
  isRems: boolean
  registrations: RegistrationFacts[]
}

export interface RegistrationFacts {
  boardCode: string
  quarters: number
  creditTypes: string[]
  creditClaimOn: string | null
}

/** What a row says about a learner, for the learners subgraph to match. */
export interface LearnerClaim {
  givenName: string
  familyName: string
  birthMonth: number
  birthDay: number
  state?: string
  licenseOrNpi?: string
  boardCode?: CertifyingBoardCode
  boardId?: string
  completedOn: string
}

export type ClaimField =
  | 'FIRST_NAME'
  | 'MIDDLE_NAME'
  | 'LAST_NAME'
  | 'SUFFIX'
  | 'BIRTHDATE'
  | 'STATE'
  | 'LICENSE'
  | 'NPI'
  | 'BOARD_ID'

export interface PartMatch {
  decision: 'MATCHED' | 'AMBIGUOUS' | 'MISMATCH' | 'NOT_FOUND'
  /** The physician for MATCHED; the one whom the identifier names for MISMATCH. */
  learnerId: string | null
  disagreeing: ClaimField[]
  /** True where a person has decided it in review. */
  isReviewed?: boolean
  warnings: ('NAME_VARIANT' | 'LICENSE_NOT_CURRENT')[]
}

export interface LearnerMatch {
  license: PartMatch | null
  diplomate: PartMatch | null
}

/** The physician on whose behalf a request runs, as a transcript names him or her. */
export interface Physician {
  givenName: string
  middleName: string | null
  familyName: string
  suffix: string | null
  degree: string
  npi: string | null
  licenses: { state: string; licenseNumber: string; board: { code: string } }[]
  certifications: { boardId: string; status: 'ACTIVE' | 'INACTIVE'; board: { code: string } }[]
}

/** The two other subgraphs, as this one asks them: always in bulk, never per row. */
export interface Owners {
  /** Facts of the activities that exist, by id. */
  activityFacts(activityIds: readonly string[]): Promise<Map<string, ActivityFacts>>
  /** One match per claim of a provider, in order; TRIAL where nothing will be recorded on it. */
  matchLearners(claims: readonly LearnerClaim[], providerId: string, purpose?: 'TRIAL'): Promise<LearnerMatch[]>
  /** The physician who asks. Throws FORBIDDEN for everybody else. */
  physician(claims: ViewerClaims): Promise<Physician>
}
