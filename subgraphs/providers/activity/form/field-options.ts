import { outlineKinds, remsTypes } from '../../../reference/activity.js'
import { activityFormats, deliveryLabels } from '../../../reference/activity-formats.js'
import { mipsCriteria } from '../../../reference/attestations.js'
import { commendationTags } from '../../../reference/commendation-tags.js'
import { countryCodes } from '../../../reference/countries.js'
import { otherCreditCategories } from '../../../reference/credit-categories.js'
import { outcomes } from '../../../reference/measured-outcomes.js'
import { specialties } from '../../../reference/practice-areas.js'
import { learnerProfessions, targetProfessions } from '../../../reference/professions.js'
import { stateNames } from '../../../reference/states.js'
import { supportSources } from '../../../reference/support-sources.js'

/** One answer to choose. */
export interface Option {
  value: string
  label: string
}

const labelled = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const asWritten = (values: Iterable<string>): Option[] => [...values].map((value) => ({ value, label: value }))

const formatLabels = Object.fromEntries(Object.entries(activityFormats).map(([code, { label }]) => [code, label]))

/** The answers to choose from, by the name of the field. */
export const fieldOptions: Readonly<Record<string, readonly Option[]>> = {
  activityFormat: labelled(formatLabels),
  deliveryMethods: labelled(deliveryLabels),
  'location.country': asWritten(countryCodes),
  'location.state': labelled(stateNames),
  providership: labelled({ DIRECT: 'Direct', JOINT: 'Joint' }),
  otherCredits: labelled(otherCreditCategories),
  targetProfessions: labelled(targetProfessions),
  specialties: asWritten(specialties),
  fee: labelled({ YES: 'Yes', NO_FREE: 'No, it’s free', VARIABLE: 'Variable' }),
  registration: labelled({ OPEN_TO_ALL: 'Open to all', LIMITED: 'Limited' }),
  commendationTags: labelled(commendationTags),
  mipsCriteria: labelled(mipsCriteria),
  rems: labelled(remsTypes),
  commercialSupport: asWritten(supportSources.filter(({ isActive }) => isActive).map(({ name }) => name)),
  inKindSupporters: asWritten(supportSources.filter(({ isActive }) => isActive).map(({ name }) => name)),
  learnersByProfession: labelled(learnerProfessions),
  measuredOutcomes: labelled(outcomes),
}

/** The ways in which a part of a content outline is named. */
export const outlineOptions = labelled(outlineKinds)
