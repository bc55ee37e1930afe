import {
  ActivityFormat,
  ActivityRegistration,
  DeliveryMethod,
  ParticipationFee,
  Providership,
  remsTypes,
} from '../../../reference/activity.js'
import { mipsCriteria } from '../../../reference/attestations.js'
import { commendationTags } from '../../../reference/commendation-tags.js'
import { otherCreditCategories } from '../../../reference/credit-categories.js'
import { measurementTypes, outcomes } from '../../../reference/measured-outcomes.js'
import { learnerProfessions, targetProfessions } from '../../../reference/professions.js'
import type { Patch } from '../../../shared/graphql/patch-input.js'
import type { ActivityFields } from '../../activity/activity-fields.js'
import { readNumber, readWhole } from './cell-values.js'
import { readPharmacy } from './read-pharmacy.js'
import type { RowReader } from './row-reader.js'

/** What a row says of an activity: nothing of columns the file does not have, null of blank ones. */
export function readFields(row: RowReader, mipsAttested: boolean): Patch<ActivityFields> {
  const quarters = (amount: number | undefined) => (amount === undefined ? undefined : amount * 4)
  return {
    providerActivityId: row.said('providerActivityId', row.text),
    title: row.said('title', row.text),
    description: row.said('description', row.text),
    url: row.said('url', row.text),
    activityFormat: row.said('activityFormat', (key) => row.member(key, 'activityFormat', ActivityFormat)),
    deliveryMethods: row.said('deliveryMethods', (key) => row.members(key, 'deliveryMethods', DeliveryMethod)),
    startsOn: row.said('startsOn', row.day),
    endsOn: row.said('endsOn', row.day),
    city: row.said('city', row.text),
    state: row.said('state', row.text),
    country: row.said('country', row.text),
    providership: row.said('providership', (key) => row.member(key, 'providership', Providership)),
    jointProviders: row.said('jointProviders', row.texts),
    creditQuarters: row.said('credits', (key) => quarters(row.number(key))),
    otherCredits: row.said('otherCredits', (key) => otherCredits(row, key)),
    isInterprofessional: row.said('isInterprofessional', row.flag),
    targetProfessions: row.said('targetProfessions', (key) => row.choices(key, 'targetProfessions', targetProfessions)),
    specialties: row.said('specialties', row.texts),
    physicianLearners: row.said('physicianLearners', row.whole),
    otherLearners: row.said('otherLearners', row.whole),
    learnersByProfession: row.said('learnersByProfession', (key) => learnersByProfession(row, key)),
    countedOn: row.said('countedOn', row.day),
    commercialSupportReceived: row.said('commercialSupportReceived', row.flag),
    commercialSupport: commercialSupport(row),
    inKindSupporters: row.said('inKindSupporters', row.texts),
    measuredOutcomes: row.said('measuredOutcomes', (key) => measuredOutcomes(row, key)),
    commendationTags: row.said('commendationTags', (key) => row.choices(key, 'commendationTags', commendationTags)),
    ...mips(row, mipsAttested),
    rems: rems(row),
    ...stateContent(row),
    pharmacy: readPharmacy(row),
    displayInPassport: row.said('displayInPassport', row.flag),
    fee: row.said('fee', (key) => row.member(key, 'fee', ParticipationFee)),
    registration: row.said('registration', (key) => row.member(key, 'registration', ActivityRegistration)),
  }
}

type Key = Parameters<RowReader['text']>[0]

const otherCredits = (row: RowReader, key: Key) =>
  row.pairs(key, 'a category and an amount such as Nursing:2.5').flatMap(({ left, right }) => {
    const category = row.code(key, 'otherCredits', left, otherCreditCategories)
    const amount = row.part(key, right, readNumber)
    return category === undefined || amount === undefined ? [] : [{ category, quarters: amount * 4 }]
  })

const learnersByProfession = (row: RowReader, key: Key) =>
  row.pairs(key, 'a profession and a number such as Nurse:12').flatMap(({ left, right }) => {
    const profession = row.code(key, 'learnersByProfession', left, learnerProfessions)
    const count = row.part(key, right, readWhole)
    return profession === undefined || count === undefined ? [] : [{ profession, count }]
  })

const measuredOutcomes = (row: RowReader, key: Key) =>
  row
    .pairs(key, 'an outcome and how it is measured, such as Learner Knowledge:Objective')
    .flatMap(({ left, right }) => {
      const outcome = row.code(key, 'measuredOutcomes', left, outcomes)
      const ways = right.split(/[,/+&]|\band\b/i).filter((text) => text.trim())
      const types = ways.flatMap((text) => row.code(key, 'measurementTypes', text, measurementTypes) ?? [])
      return outcome === undefined ? [] : [{ outcome, types }]
    })

/** Each supporter with its amount; a name without an amount, or an amount without a name, is said so (A23). */
function commercialSupport(row: RowReader) {
  if (!row.speaksOfAny('supporter', 'supportAmount')) return undefined
  return row.repetitions(['supporter', 'supportAmount', 'supportCurrency']).flatMap((repetition) => {
    const source = row.text(row.at('supporter', repetition))
    const amountKey = row.at('supportAmount', repetition)
    const amount = row.number(amountKey)
    if (source === undefined) row.missing(row.at('supporter', repetition))
    else if (row.text(amountKey) === undefined) row.missing(amountKey)
    if (source === undefined || amount === undefined) return []
    return [{ source, amount, currency: row.text(row.at('supportCurrency', repetition)) ?? 'USD' }]
  })
}

/** The five criteria are attested to for the whole file, by whoever sends it (A33). */
function mips(row: RowReader, attested: boolean): Patch<ActivityFields> {
  const isMips = row.said('isMips', row.flag)
  const criteria = Object.keys(mipsCriteria) as (keyof typeof mipsCriteria)[]
  return { isMips, ...(isMips && attested ? { mipsCriteria: criteria } : {}) }
}

function rems(row: RowReader) {
  if (!row.speaksOfAny('remsType', 'remsIdentifier')) return undefined
  const type = row.choice('remsType', 'remsType', remsTypes)
  const identifier = row.text('remsIdentifier')
  return type || identifier ? { type: type ?? null, identifier: identifier ?? null } : null
}

/** That there is content which a state asks for is said by naming it (A36). */
function stateContent(row: RowReader): Patch<ActivityFields> {
  const tags = row.said('stateContentTags', (key) =>
    row
      .pairs(key, 'a domain and a topic such as Opioids:Prescribing')
      .map(({ left, right }) => ({ domain: left, topic: right })),
  )
  return tags === undefined ? {} : { stateContentTags: tags, hasStateContentTags: Boolean(tags?.length) }
}
