/** What a provider undertakes when it registers an activity for a certifying board: code → sentence. */
export const mocAttestations = {
  COMPLIANCE: 'The activity complies with the rules of the certifying board.',
  DATA_COLLECTION: 'We collect the data of the learners that the board asks for.',
  DATA_USE: 'The learners have agreed that their data are passed on to the board.',
  PUBLICATION: 'The activity may be published among those that count for the board.',
  AUDIT_COOPERATION: 'We cooperate when the board audits the activity.',
} as const

export type MocAttestation = keyof typeof mocAttestations

/** What makes an activity count as an improvement activity for MIPS, all of it: code → sentence. */
export const mipsCriteria = {
  GAP: 'It addresses a gap in quality or safety that a needs assessment supports, or produces such an assessment.',
  AIMS: 'It has specific, measurable aims for improvement.',
  INTERVENTIONS: 'It includes interventions that are meant to lead to improvement.',
  DATA: 'It collects and analyses data on performance, to judge the effect of the interventions.',
  PARTICIPATION:
    'It defines meaningful participation of clinicians, how they are found, and tells who has completed it.',
} as const

export type MipsCriterion = keyof typeof mipsCriteria
