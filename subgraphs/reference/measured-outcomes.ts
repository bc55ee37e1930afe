/** What an activity can be measured by: code → label. */
export const outcomes = {
  LEARNER_KNOWLEDGE: 'Learner Knowledge',
  LEARNER_COMPETENCE: 'Learner Competence',
  LEARNER_PERFORMANCE: 'Learner Performance',
  PATIENT_HEALTH: 'Patient Health',
  COMMUNITY_HEALTH: 'Community Health',
} as const

export type Outcome = keyof typeof outcomes

/** How an outcome is measured: code → label. */
export const measurementTypes = { OBJECTIVE: 'Objective', SUBJECTIVE: 'Subjective' } as const

export type MeasurementType = keyof typeof measurementTypes
