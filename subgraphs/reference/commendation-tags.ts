/** What an activity can be tagged with for commendation: code → label, in the order of the criteria C23 to C38. */
export const commendationTags = {
  ENGAGES_TEAMS: 'Engages Teams',
  ENGAGES_PATIENTS: 'Engages Patients/Public',
  ENGAGES_STUDENTS: 'Engages Students',
  ADVANCES_DATA_USE: 'Advances Data Use',
  ADDRESSES_POPULATION_HEALTH: 'Addresses Population Health',
  COLLABORATES_EFFECTIVELY: 'Collaborates Effectively',
  OPTIMIZES_COMMUNICATION: 'Optimizes Communication Skills',
  OPTIMIZES_SKILLS: 'Optimizes Technical and Procedural Skills',
  CREATES_LEARNING_PLANS: 'Creates Individualized Learning Plans',
  UTILIZES_SUPPORT: 'Utilizes Support Strategies',
  ENGAGES_IN_RESEARCH: 'Engages in Research and Scholarship',
  SUPPORTS_CME_TEAM: 'Supports Continuous Professional Development for CME Team',
  DEMONSTRATES_CREATIVITY: 'Demonstrates Creativity and Innovation',
  IMPROVES_PERFORMANCE: 'Improves Performance',
  IMPROVES_QUALITY: 'Improves Healthcare Quality',
  IMPROVES_HEALTH: 'Improves Patient/Community Health',
} as const

export type CommendationTag = keyof typeof commendationTags
