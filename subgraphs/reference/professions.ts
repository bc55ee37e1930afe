/** Professions that an activity can be meant for: code → label. */
export const targetProfessions = {
  PHYSICIAN: 'Physician',
  NURSE: 'Nurse',
  PHARMACIST: 'Pharmacist',
  PHARMACY_TECHNICIAN: 'Pharmacy Technician',
  PHYSICIAN_ASSISTANT: 'Physician Assistant',
  PSYCHOLOGIST: 'Psychologist',
  OPTOMETRIST: 'Optometrist',
  SOCIAL_WORKER: 'Social Worker',
  DENTIST: 'Dentist',
  ALLIED_DENTAL_STAFF: 'Allied Dental Staff',
  REGISTERED_DIETITIAN: 'Registered Dietitian',
  DIETETIC_TECHNICIAN: 'Dietetic Technician Registered',
  ATHLETIC_TRAINER: 'Athletic Trainer',
} as const

export type TargetProfession = keyof typeof targetProfessions

/** Professions by which jointly accredited providers count learners: code → label. */
export const learnerProfessions = { ...targetProfessions, OTHER: 'Other' } as const

export type LearnerProfession = keyof typeof learnerProfessions
