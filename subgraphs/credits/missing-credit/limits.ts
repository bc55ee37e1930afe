/** What asking for missing credit may take; every bound of it stands here. */
export const requestLimits = {
  /** Requests of one physician that may be open at once. */
  openRequests: 20,
  /** How often one physician may ask within 24 hours. */
  asksADay: 10,
  /** How often a physician may ask for the same credit in all: once more after a rejection. */
  timesAsked: 2,
  /** Most credit in one request whose activity is only described, in quarters. */
  describedQuarters: 200,
  descriptionLength: { min: 10, max: 500 },
  /** Characters of a note or a reason. */
  wordsLength: 1_000,
  notes: 10,
  /** How often a certificate may be sent for one request. */
  certificates: 5,
  /** How often operators may remind a provider of one request. */
  operatorReminders: 10,
  certificateBytes: 5 * 1024 * 1024,
  /** How long a certificate is kept after its request has ended. */
  certificateDays: 90,
  /** Activities or providers offered to choose from. */
  choices: 20,
} as const
