import { mocAttestations } from '../../reference/attestations.js'
import { creditTypeLabels } from '../../reference/certifying-boards.js'
import { otherCreditCategories } from '../../reference/credit-categories.js'
import { measurementTypes, outcomes } from '../../reference/measured-outcomes.js'
import { learnerProfessions } from '../../reference/professions.js'
import { isFilled } from './change/blank.js'
import { fieldOptions } from './form/field-options.js'
import { formFields } from './form/form-fields.js'

const offered = Object.entries(fieldOptions).map(([name, options]) => [
  name.split('.').at(-1),
  Object.fromEntries(options.map(({ value, label }) => [value, label])),
])

/** What codes mean, by the field that holds them or the part of a field. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(offered),
  status: { DRAFT: 'Draft', ACTIVE: 'Active', CLOSED: 'Closed', DELETED: 'Deleted', WITHDRAWN: 'Withdrawn' },
  outcome: outcomes,
  types: measurementTypes,
  profession: learnerProfessions,
  category: otherCreditCategories,
  creditTypes: creditTypeLabels,
  attestations: mocAttestations,
}

/** Who registered for a board, and when, is who made the change, and when. */
const saidElsewhere = ['attestedAt', 'attestedBy', 'withdrawnAt', 'withdrawnBy']

/** Whether a part says something by itself: yes and no do not, without their question. */
const speaks = ([part, content]: [string, unknown]) =>
  isFilled(content) && typeof content !== 'boolean' && !saidElsewhere.includes(part)

/** What a field of the history says, for people: nothing for blank, codes by their labels, amounts as decimals, lists in a line. */
export function inWords(name: string, value: unknown): string | null {
  if (!isFilled(value)) return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (name.endsWith('uarters')) return String(Number(value) / 4)
  if (Array.isArray(value)) return value.map((item) => inWords(name, item)).join('; ')
  if (value && typeof value === 'object')
    return Object.entries(value)
      .filter(speaks)
      .map(([part, content]) => inWords(part, content))
      .join(' · ')
  return meanings[name]?.[String(value)] ?? String(value)
}

const furtherLabels: Readonly<Record<string, string>> = {
  status: 'Status',
  closedAt: 'Closed at',
  closedBy: 'Closed by',
  mocRegistrations: 'MOC/CC',
  mipsAttestedAt: 'MIPS attested at',
  mipsAttestedBy: 'MIPS attested by',
}

/** A field of the history as the input names it, with its label. */
export function fieldNamed(column: string): { name: string; label: string } {
  const field = formFields.find(({ of }) => of === column)
  return { name: field?.name ?? column, label: field?.label ?? furtherLabels[column] ?? column }
}
