import { remsTypes } from '../../../reference/activity.js'
import { commendationTags } from '../../../reference/commendation-tags.js'
import { amaCategory, otherCreditCategories } from '../../../reference/credit-categories.js'
import { measurementTypes, outcomes } from '../../../reference/measured-outcomes.js'
import { targetProfessions } from '../../../reference/professions.js'
import type { WireRecord, WireValue } from '../../../shared/wire/wire-value.js'
import type { Activity } from '../../activity/activity.js'
import { choices } from '../row/choices.js'
import { boardRecords, outlineRecords } from './board-records.js'
import { participants } from './participants.js'
import { pharmacyRecord } from './pharmacy-record.js'

/**
 * An activity as a record of the activity JSON (5.7), whose elements in XML have the same names. Sent back by its
 * provider it changes nothing: what it leaves out are the attestations, which are made anew with each file, and who
 * changed what when.
 */
export function activityRecord(activity: Activity): WireRecord {
  const { startsOn, endsOn, isMips, hasStateContentTags, rems } = activity
  return {
    ReportDescription: { ReportingStartDate: startsOn ?? null, ReportingEndDate: endsOn ?? null },
    ActivityDescription: {
      commercialSupportAmount: activity.commercialSupport.map(({ source, amount, currency }) => ({
        currency,
        supportSource: source,
        value: amount,
      })),
    },
    Lom: { general: generalPart(activity) },
    healthcareMetadata: { healthcareEducation: educationPart(activity) },
    ParticipationMetrics: { participantsByCategory: participants(activity) },
    XtensibleInfo: {
      ProviderID: activity.provider.providerId,
      isInterprofessional: activity.isInterprofessional ?? null,
      CommendationTags: activity.commendationTags.map((tag) => commendationTags[tag]),
      InKindSupports: activity.inKindSupporters.map((supportSource) => ({ supportSource })),
      DeliveryMethods: activity.deliveryMethods.map((method) => choices.deliveryMethods.labels[method]),
      MeasuredOutcomes: activity.measuredOutcomes.map(({ outcome, types }) => ({
        outcome: outcomes[outcome],
        measurementTypes: types.map((type) => measurementTypes[type]),
      })),
      MOCRegistrations: boardRecords(activity),
      ContentOutlines: outlineRecords(activity),
      ForPublicList: activity.displayInPassport ?? null,
      FeeForParticipation: activity.fee ? choices.fee.labels[activity.fee] : null,
      ActivityRegistration: activity.registration ? choices.registration.labels[activity.registration] : null,
      IsMeritBasedIncentivePaymentSystem: isMips ?? null,
      REMS: rems ? { type: rems.type ? remsTypes[rems.type] : null, relatedIdentifier: rems.identifier ?? null } : null,
      Pharmacy: pharmacyRecord(activity),
      HasStateContentTags: hasStateContentTags ?? null,
      StateContentTags: activity.stateContentTags.map(({ domain, topic }) => ({ domain, topic })),
      ParticipantsCountedOn: activity.countedOn ?? null,
      activityRecordAction: 'Update',
    },
  }
}

function generalPart({ activityId, providerActivityId, url, title, description }: Activity): WireRecord {
  const named: readonly (readonly [catalog: string, entry: string | null | undefined])[] = [
    ['ACCME Activity ID', activityId],
    ['Provider Activity ID', providerActivityId],
    ['URL', url],
  ]
  const identifier = named.flatMap(([catalog, entry]) => (entry ? [{ catalog, entry }] : []))
  return { identifier, title, description: description ?? null }
}

function educationPart(activity: Activity): WireRecord {
  const { city, state, country, startsOn, endsOn, providership, activityFormat } = activity
  const midnight = (day: string | null | undefined) => (day ? `${day}T00:00:00` : null)
  return {
    credits: creditRecords(activity),
    activityLocation: { city: city ?? null, stateOrProvince: state ?? null, country: country ?? null },
    startDateTime: midnight(startsOn),
    endDateTime: midnight(endsOn),
    activitySponsorship: providership?.toLowerCase() ?? null,
    activityFormat: activityFormat ? (choices.activityFormat.labels[activityFormat] ?? null) : null,
    commercialSupport: activity.commercialSupportReceived ?? null,
    targetAudience: {
      profession: activity.targetProfessions.map((profession) => targetProfessions[profession]),
      specialty: activity.specialties,
    },
  }
}

/** One record for each category; the partners stand with the first. */
function creditRecords({ creditQuarters, otherCredits, jointProviders }: Activity): WireValue {
  const ama = typeof creditQuarters === 'number' ? [{ category: amaCategory, quarters: creditQuarters }] : []
  const others = otherCredits.map(({ category, quarters }) => ({ category: otherCreditCategories[category], quarters }))
  const records = [...ama, ...others].map(
    ({ category, quarters }): WireRecord => ({ activityCertification: category, numberOfCredits: quarters / 4 }),
  )
  if (jointProviders.length === 0) return records
  const [first = { activityCertification: amaCategory }, ...rest] = records
  return [{ ...first, nonAccreditedProvider: jointProviders }, ...rest]
}
