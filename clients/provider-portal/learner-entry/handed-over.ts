import type { LearnerDraft } from './learner-draft'

type HandedOver = Pick<LearnerDraft, 'givenName' | 'familyName' | 'birthday' | 'licensingState' | 'licenseOrNpi'>

let waiting: HandedOver | undefined

/** Leaves a learner for the form to begin with. It goes through memory, because an address would be kept. */
export function handOver(learner: HandedOver) {
  waiting = learner
}

/** The learner that was left for the form, if any. */
export const handedOver = () => waiting

/** Forgets the learner once the form has begun with it. */
export function forgetHandedOver() {
  waiting = undefined
}
