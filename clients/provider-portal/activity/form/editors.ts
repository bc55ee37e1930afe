import { dayOf, number, oneOf, placeChoice, placeText, someOf, textBox, textLine, yesNo } from './basic-editors'
import type { Editor } from './editor'
import { jointCredits, learnersByProfession } from './joint-editors'
import { nameList, outcomes, stateTags, supporters } from './list-editors'
import { rems } from './rems-editor'

/** How each field of the server’s form is drawn; which are asked, and in which order, the server says. */
export const editors: Readonly<Record<string, Editor>> = {
  title: textLine('title'),
  providerActivityId: textLine('providerActivityId'),
  activityFormat: oneOf('activityFormat'),
  deliveryMethods: someOf('deliveryMethods'),
  startsOn: dayOf('startsOn'),
  endsOn: dayOf('endsOn'),
  'location.city': placeText('city'),
  'location.country': placeChoice('country'),
  'location.state': placeText('state'),
  providership: oneOf('providership'),
  jointProviders: nameList('jointProviders', 'partner'),
  credits: number('credits', true),
  otherCredits: jointCredits,
  isInterprofessional: yesNo('isInterprofessional'),
  targetProfessions: someOf('targetProfessions'),
  specialties: someOf('specialties'),
  displayInPassport: yesNo('displayInPassport'),
  description: textBox('description'),
  url: textLine('url'),
  fee: oneOf('fee'),
  registration: oneOf('registration'),
  commendationTags: someOf('commendationTags'),
  isMips: yesNo('isMips'),
  mipsCriteria: someOf('mipsCriteria'),
  rems,
  hasStateContentTags: yesNo('hasStateContentTags'),
  stateContentTags: stateTags,
  commercialSupportReceived: yesNo('commercialSupportReceived'),
  commercialSupport: supporters,
  inKindSupporters: nameList('inKindSupporters', 'in-kind supporter'),
  physicianLearners: number('physicianLearners'),
  otherLearners: number('otherLearners'),
  learnersByProfession,
  countedOn: dayOf('countedOn'),
  measuredOutcomes: outcomes,
}
