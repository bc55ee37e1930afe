import { pharmacyActivityTypes, recertificationAnswers } from '../../../reference/pharmacy.js'
import type { Pharmacy } from '../../activity/pharmacy.js'
import type { ColumnKey } from '../column/column.js'
import type { RowReader } from './row-reader.js'

const keys: readonly ColumnKey[] = [
  'pharmacyActivityType',
  'pharmacyTopic',
  'pharmacyLiveOn',
  'pharmacySequenceNumber',
  'uanPharmacist',
  'uanTechnician',
  'hasRecertifications',
  'recertificationRequirements',
  'pharmacyContentTags',
]

/** What a row says for pharmacy credit (A37, A38); undefined where the file has no such column. */
export function readPharmacy(row: RowReader): Pharmacy | null | undefined {
  if (!row.speaksOfAny(...keys)) return undefined
  if (keys.every((key) => row.text(key) === undefined)) return null
  const contentTags = row
    .pairs('pharmacyContentTags', 'a state and a tag such as OH:Patient Safety')
    .map(({ left, right }) => ({ state: left, tag: right }))
  return {
    activityType: row.choice('pharmacyActivityType', 'pharmacyActivityType', pharmacyActivityTypes) ?? null,
    topic: row.text('pharmacyTopic')?.padStart(2, '0') ?? null,
    liveOn: row.day('pharmacyLiveOn') ?? null,
    sequenceNumber: row.whole('pharmacySequenceNumber') ?? null,
    uanPharmacist: row.text('uanPharmacist') ?? null,
    uanTechnician: row.text('uanTechnician') ?? null,
    hasRecertifications: row.choice('hasRecertifications', 'hasRecertifications', recertificationAnswers) ?? null,
    recertificationRequirements: row.text('recertificationRequirements') ?? null,
    contentTags,
  }
}
