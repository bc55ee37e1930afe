import { TextBox, TextLine } from '../../shared/ui/field'
import { SelectField } from '../../shared/ui/select-field'
import type { VariableField } from './variable-fields'

interface VariableInputProps {
  field: VariableField
  value: string
  onChange: (value: string) => void
}

const hints = { DAY: 'Such as 2026-01-31.', NUMBER: 'A number.', TEXT: undefined } as const

/** The field of one variable. */
export function VariableInput({ field: { name, kind, isRequired, options }, value, onChange }: VariableInputProps) {
  const frame = { label: name, optional: !isRequired, value, onChange }
  if (kind === 'CHOICE')
    return <SelectField {...frame} value={value || null} options={options.map((id) => ({ id, label: id }))} />
  if (kind === 'JSON') return <TextBox {...frame} hint="As JSON." maxLength={20_000} rows={3} />
  return <TextLine {...frame} hint={hints[kind]} inputMode={kind === 'NUMBER' ? 'decimal' : 'text'} maxLength={4_000} />
}
