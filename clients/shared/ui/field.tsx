import { CircleAlert, Search, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import {
  SearchField as AriaSearchField,
  Button,
  Group,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components'
import { count } from '../format/numbers'
import './field.css'

/** What the graph says of a field’s value. */
export interface FieldIssue {
  tone: 'error' | 'warning'
  text: string
}

export interface FieldFrameProps {
  label: string
  hint?: ReactNode
  optional?: boolean
  /** In place of “optional”: when it is needed. */
  when?: string
  issue?: FieldIssue
}

/** The label above a field. */
export function FieldLabel({ label, optional, when }: FieldFrameProps) {
  const note = when ?? (optional ? 'optional' : undefined)
  return (
    <Label className="field-label">
      {label}
      {note && <span className="field-optional"> ({note})</span>}
    </Label>
  )
}

/** The hint below a field, and what is wrong with its value. */
export function FieldNote({ hint, issue }: Pick<FieldFrameProps, 'hint' | 'issue'>) {
  if (!hint && !issue) return null
  return (
    <Text slot="description" className={issue ? `field-error field-${issue.tone}` : 'field-hint'}>
      {issue && <CircleAlert size={14} aria-hidden="true" />}
      {issue?.text ?? hint}
    </Text>
  )
}

interface TextLineProps extends FieldFrameProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  inputMode?: 'text' | 'numeric' | 'decimal'
  autoComplete?: string
  maxLength?: number
}

/** A field for one line of text. */
export function TextLine({ value, onChange, onBlur, maxLength = 100, ...props }: TextLineProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      maxLength={maxLength}
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
    >
      <FieldLabel {...props} />
      <Input className="input" placeholder={props.placeholder} inputMode={props.inputMode} />
      <FieldNote {...props} />
    </TextField>
  )
}

interface TextBoxProps extends FieldFrameProps {
  value: string
  onChange: (value: string) => void
  maxLength: number
  rows?: number
}

/** A field for some sentences, with what is left of its length. */
export function TextBox({ value, onChange, maxLength, rows = 4, hint, ...props }: TextBoxProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      maxLength={maxLength}
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <TextArea className="input" rows={rows} />
      <FieldNote
        issue={props.issue}
        hint={
          <>
            {hint} <span className="number">{`${count(value.length)} of ${count(maxLength)} characters`}</span>
          </>
        }
      />
    </TextField>
  )
}

interface SearchLineProps {
  label: string
  placeholder: string
  value: string
  /** Called when the typing pauses. */
  onSearch: (value: string) => void
}

/** A search that answers while one types. */
export function SearchLine({ label, placeholder, value, onSearch }: SearchLineProps) {
  const [text, setText] = useState(value)
  const search = useRef(onSearch)
  search.current = onSearch
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => search.current(text.trim()), 300)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <AriaSearchField className="field search-line" aria-label={label} value={text} onChange={setText}>
      <Group className="input-group">
        <Search size={16} className="input-icon" aria-hidden="true" />
        <Input className="input" placeholder={placeholder} maxLength={100} />
        {text && (
          <Button className="input-button" aria-label="Clear the search">
            <X size={16} aria-hidden="true" />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}
