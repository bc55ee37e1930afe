import { parseSpecialty } from '../../../reference/practice-areas.js'
import { isStorable } from '../../../shared/graphql/text.js'
import { formFields } from '../form/form-fields.js'
import { type ActivityIssue, issue } from './issue.js'
import type { ActivityCircumstances, JudgedActivity } from './judged.js'

const placeholder = /^(localhost$|(.+\.)?example(\.[a-z]+)?$)/i
const longestPart = 200
const mostParts = 50

const ownCodes = { title: 'TITLE_TOO_LONG', description: 'DESCRIPTION_TOO_LONG' } as const

/** Texts and lists: A03, A07, A08, A27, A29, and how much fits. */
export function judgeTexts(activity: JudgedActivity, { ownIdTakenBy }: ActivityCircumstances): ActivityIssue[] {
  return [
    ...(activity.title === '' ? [issue('TITLE_MISSING', 'title')] : []),
    ...(ownIdTakenBy
      ? [
          issue('PROVIDER_ACTIVITY_ID_TAKEN', 'providerActivityId', {
            value: activity.providerActivityId,
            of: ownIdTakenBy,
          }),
        ]
      : []),
    ...formFields.flatMap(({ name, of, label, maxLength }) => {
      const text = activity[of]
      if (!maxLength || typeof text !== 'string' || text.length <= maxLength) return []
      const code = name === 'title' || name === 'description' ? ownCodes[name] : 'TEXT_TOO_LONG'
      return [issue(code, name, { label, length: text.length, limit: maxLength })]
    }),
    ...judgeAddress(activity),
    ...judgeSizes(activity),
    ...activity.specialties
      .filter((specialty) => parseSpecialty(specialty) === undefined)
      .map((value) => issue('SPECIALTY_UNKNOWN', 'specialties', { value })),
  ]
}

function judgeAddress({ url }: JudgedActivity): ActivityIssue[] {
  if (!url) return []
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol) || !address.hostname)
    return [issue('URL_INVALID', 'url', { value: url })]
  return placeholder.test(address.hostname) ? [issue('URL_PLACEHOLDER', 'url', { value: url })] : []
}

/** Whatever a client sends, a record stays small and can be shown. */
function judgeSizes(activity: JudgedActivity): ActivityIssue[] {
  return formFields.flatMap(({ name, of, label }) => {
    const value = of === 'registrations' ? null : activity[of]
    if (typeof value === 'string' && !isStorable(value)) return [issue('TEXT_UNREADABLE', name, { label })]
    if (value === null || typeof value !== 'object') return []
    const parts = textsOf(value)
    if (Array.isArray(value) && value.length > mostParts)
      return [issue('LIST_TOO_LONG', name, { label, length: value.length, limit: mostParts })]
    if (!parts.every(isStorable)) return [issue('TEXT_UNREADABLE', name, { label })]
    const long = parts.find((part) => part.length > longestPart)
    return long ? [issue('TEXT_TOO_LONG', name, { label, length: long.length, limit: longestPart })] : []
  })
}

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).slice(0, 1_000).flatMap(textsOf)
      : []
