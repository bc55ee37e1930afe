import { pharmacyActivityTypes, recertificationAnswers } from '../../../reference/pharmacy.js'
import type { WireRecord } from '../../../shared/wire/wire-value.js'
import type { Activity } from '../../activity/activity.js'

/** What there is for pharmacy credit; null where there is nothing. */
export function pharmacyRecord({ pharmacy }: Activity): WireRecord | null {
  if (!pharmacy) return null
  const { activityType, topic, liveOn, sequenceNumber, hasRecertifications, contentTags } = pharmacy
  return {
    activityType: activityType ? pharmacyActivityTypes[activityType] : null,
    topic: topic ?? null,
    liveDate: liveOn ?? null,
    sequenceNumber: sequenceNumber ?? null,
    uanPharmacist: pharmacy.uanPharmacist ?? null,
    uanTechnician: pharmacy.uanTechnician ?? null,
    hasRecertifications: hasRecertifications ? recertificationAnswers[hasRecertifications] : null,
    recertificationRequirements: pharmacy.recertificationRequirements ?? null,
    contentTags: (contentTags ?? []).map(({ state, tag }) => ({ state, tag })),
  }
}
