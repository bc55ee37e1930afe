import { mipsCriteria } from '../../../reference/attestations.js'
import { parseCreditType } from '../../../reference/certifying-boards.js'
import { homeCountry } from '../../../reference/countries.js'
import { parsePracticeArea, parseSpecialty } from '../../../reference/practice-areas.js'
import { parseState } from '../../../reference/states.js'
import { parseSupportSource } from '../../../reference/support-sources.js'
import type { ActivityFields } from '../activity-fields.js'
import type { MocRegistrationFields } from '../moc-registration.js'
import { isFilled } from './blank.js'

/** Trims every text, wherever it is, and makes blank ones null. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || null
  if (Array.isArray(value)) return value.map(trimmed).filter((item) => item !== null)
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trimmed(part)]))
  return value
}

const orNull = <T>(value: T): T | null => (isFilled(value) ? value : null)
const once = <T>(items: T[]) => [...new Set(items)]

/** The fields as they are kept: trimmed, in the spelling of the lists, without repetitions and empty blocks. */
export function tidyFields<Fields extends ActivityFields>(fields: Fields): Fields {
  const { commercialSupport, inKindSupporters, country, state, learnersByProfession } = fields
  fields.title = fields.title.trim()
  for (const name of ['providerActivityId', 'description', 'url', 'city', 'state', 'country'] as const)
    fields[name] = fields[name]?.trim() || null
  for (const name of ['jointProviders', 'inKindSupporters'] as const)
    fields[name] = once(trimmed(fields[name]) as string[])
  fields.country = country?.trim().toUpperCase() || null
  if (fields.country === homeCountry && state) fields.state = parseState(state) ?? state.trim()
  fields.specialties = once(fields.specialties.map((name) => parseSpecialty(name) ?? name.trim()))
  fields.inKindSupporters = once(inKindSupporters.map((name) => parseSupportSource(name) ?? name.trim()))
  fields.commercialSupport = commercialSupport.map(({ source, amount, currency }) => ({
    source: parseSupportSource(source) ?? source.trim(),
    amount,
    currency: currency?.trim().toUpperCase() || 'USD',
  }))
  fields.stateContentTags = fields.stateContentTags.map(({ domain, topic }) => ({
    domain: domain.trim(),
    topic: topic.trim(),
  }))
  for (const name of ['deliveryMethods', 'targetProfessions', 'commendationTags', 'mipsCriteria'] as const)
    (fields[name] as unknown[]) = once<unknown>(fields[name])
  fields.rems = orNull(trimmed(fields.rems) as Fields['rems'])
  fields.pharmacy = orNull(trimmed(fields.pharmacy) as Fields['pharmacy'])
  if (learnersByProfession.length) {
    const total = learnersByProfession.reduce((sum, { count }) => sum + count, 0)
    const physicians = learnersByProfession.find(({ profession }) => profession === 'PHYSICIAN')?.count ?? 0
    fields.physicianLearners = physicians
    fields.otherLearners = total - physicians
  }
  return fields
}

/** A registration as it is kept: codes for names, and practice areas as the board writes them. */
export function tidyRegistration<Fields extends MocRegistrationFields & { boardCode: string }>(fields: Fields): Fields {
  const { boardCode } = fields
  fields.creditTypes = once(fields.creditTypes.map((type) => parseCreditType(type) ?? type.trim()))
  fields.practiceAreas = once(fields.practiceAreas.map((area) => parsePracticeArea(boardCode, area) ?? area.trim()))
  fields.contentOutline = fields.contentOutline.map(({ kind, value }) => ({ kind, value: value.trim() }))
  fields.attestations = once(fields.attestations)
  return fields
}

/** True when all five criteria are attested to. */
export const isAttested = ({ isMips, mipsCriteria: given }: ActivityFields): boolean =>
  isMips === true && Object.keys(mipsCriteria).every((criterion) => given.some((code) => code === criterion))
