/** Categories of credit other than AMA PRA Category 1, which jointly accredited providers award too: code → label. */
export const otherCreditCategories = {
  IPCE: 'IPCE',
  NURSING: 'Nursing',
  PHARMACY: 'Pharmacy',
  AAPA_1: 'AAPA Category 1',
  PSYCHOLOGIST: 'Psychologist',
  OPTOMETRIST: 'Optometrist',
  SOCIAL_WORKER: 'Social Worker',
  DENTIST: 'Dentist',
  DIETETIC_CPEU: 'Dietetic CPEU',
  ATHLETIC_TRAINING_CEU: 'Athletic Training CEU',
} as const

export type OtherCreditCategory = keyof typeof otherCreditCategories

/** The category that every accredited provider awards to physicians. */
export const amaCategory = 'AMA PRA Category 1'
