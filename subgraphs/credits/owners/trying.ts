import type { Owners } from './owners.js'

/** The same owners for what is only tried: what they note of such a question is kept for less long. */
export const trying = (owners: Owners): Owners => ({
  ...owners,
  matchLearners: (claims, providerId) => owners.matchLearners(claims, providerId, 'TRIAL'),
})
