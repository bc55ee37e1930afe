import type { Offer } from '../path/offers.js'
import type { Person } from '../path/people.js'

/** A completion as the web service takes it. */
export const completionInput = (person: Person, offer: Offer) => ({
  activityId: offer.activityId,
  completedOn: offer.from,
  givenName: person.givenName,
  familyName: person.familyName,
  birthMonth: person.birthMonth,
  birthDay: person.birthDay,
  licensingState: person.licenses[0]?.state,
  licenseOrNpi: person.licenses[0]?.number,
  credits: offer.credits,
  learnerPermission: true,
})
