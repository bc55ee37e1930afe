import type { ActivityFormat, ActivityStatus, DeliveryMethod } from '../../../subgraphs/reference/activity.js'
import type { CertifyingBoardCode, CreditTypeCode } from '../../../subgraphs/reference/certifying-boards.js'
import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import type { DayNumber } from '../day.js'
import type { SpecialtyName } from '../people/specialties.js'
import type { Provider } from '../provider/provider.js'

/** For which board's MOC/CC an activity counts. */
export interface Registration {
  board: CertifyingBoardCode
  quarters: number
  creditTypes: readonly CreditTypeCode[]
  areas: readonly string[]
}

/** What learners read about an activity. */
export interface ActivityText {
  title: string
  description: string
}

/** What completions depend on. */
export interface Activity {
  activityId: string
  provider: Provider
  /** The field it is for; none for one that is for every physician. */
  specialty?: SpecialtyName
  format: ActivityFormat
  delivery: readonly DeliveryMethod[]
  startsOn: DayNumber
  endsOn: DayNumber
  quarters: number
  /** The most that one learner earns on one day. */
  sessionQuarters: number
  /** Where its learners come from; none when they come from everywhere. */
  localTo?: LicensingState
  status: ActivityStatus
  registrations: readonly Registration[]
  /** How many learners it draws, compared with others. */
  popularity: number
  /** Set where they are laid down; otherwise they follow from the rest. */
  text?: ActivityText
}

/** Whether learners may be reported for it (L03). */
export const takesLearners = ({ status }: Activity) => status === 'ACTIVE' || status === 'CLOSED'
