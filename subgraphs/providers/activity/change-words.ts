import { isFilled } from './change/blank.js'
import { formFields } from './form/form-fields.js'

/** What a field of the history says, for people: nothing for blank, yes and no, amounts as decimals, lists in a line. */
export function inWords(name: string, value: unknown): string | null {
  if (!isFilled(value)) return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (name.endsWith('uarters')) return String(Number(value) / 4)
  if (Array.isArray(value)) return value.map((item) => inWords(name, item)).join('; ')
  if (value && typeof value === 'object')
    return Object.entries(value)
      .filter(([, part]) => isFilled(part))
      .map(([part, content]) => inWords(part, content))
      .join(', ')
  return String(value)
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
