/** What kind of activity it is for pharmacists: code → label. */
export const pharmacyActivityTypes = {
  KNOWLEDGE: 'Knowledge',
  APPLICATION: 'Application',
  CERTIFICATE_PROGRAM: 'Certificate Program',
} as const

export type PharmacyActivityType = keyof typeof pharmacyActivityTypes

/** Topic designators of a universal activity number. */
export const pharmacyTopics = ['01', '02', '03', '04', '05', '06', '07', '08', '99'] as const

/** Whether certificates are renewed: code → label. */
export const recertificationAnswers = { YES: 'Yes', NO: 'No', NOT_SURE: 'Not sure' } as const

export type RecertificationAnswer = keyof typeof recertificationAnswers
