import { type ReactNode, useId } from 'react'
import { Checkbox, CheckboxGroup, Radio, RadioGroup } from 'react-aria-components'
import { CheckMark } from './checks'
import type { Option } from './combo-field'
import { type FieldFrameProps, FieldLabel, FieldNote } from './field'
import './field.css'

interface OneOfProps<Value extends string> extends FieldFrameProps {
  options: readonly (Option & { id: Value })[]
  value: Value | null | undefined
  onChange: (value: Value) => void
}

/** One of two or three answers, all of them in sight. */
export function OneOf<Value extends string>({ options, value, onChange, ...props }: OneOfProps<Value>) {
  return (
    <RadioGroup
      className="field"
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <div className="choice-lines" data-lines={options.length > 3 || undefined}>
        {options.map(({ id, label, note }) => (
          <Radio key={id} value={id} className="check">
            <span className="check-box" data-shape="round">
              <span className="check-dot" />
            </span>
            <OptionText label={label} note={note} />
          </Radio>
        ))}
      </div>
      <FieldNote {...props} />
    </RadioGroup>
  )
}

const yesNo = [
  { id: 'YES', label: 'Yes' },
  { id: 'NO', label: 'No' },
] as const

interface YesNoProps extends FieldFrameProps {
  value: boolean | null | undefined
  onChange: (value: boolean) => void
}

/** A question that is answered yes or no, or not yet. */
export function YesNo({ value, onChange, ...props }: YesNoProps) {
  const chosen = value === null || value === undefined ? null : value ? 'YES' : 'NO'
  return <OneOf {...props} options={yesNo} value={chosen} onChange={(answer) => onChange(answer === 'YES')} />
}

interface SomeOfProps<Value extends string> extends FieldFrameProps {
  options: readonly (Option & { id: Value })[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
  /** Where there are many: in columns. */
  columns?: boolean
}

/** Any number of options, all of them in sight; they keep the order in which they are offered. */
export function SomeOf<Value extends string>({ options, value, onChange, columns, ...props }: SomeOfProps<Value>) {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={(keys) => onChange(options.map(({ id }) => id).filter((id) => keys.includes(id)))}
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <div className="choice-lines" data-columns={columns || undefined} data-lines={options.length > 4 || undefined}>
        {options.map(({ id, label, note }) => (
          <Checkbox key={id} value={id} className="check">
            <CheckMark />
            <OptionText label={label} note={note} />
          </Checkbox>
        ))}
      </div>
      <FieldNote {...props} />
    </CheckboxGroup>
  )
}

function OptionText({ label, note }: { label: string; note?: string }) {
  return (
    <span>
      {label}
      {note && <span className="soft small"> – {note}</span>}
    </span>
  )
}

interface FieldSetProps {
  legend: string
  note?: ReactNode
  children: ReactNode
}

/** Fields that belong together under one name. */
export function FieldSet({ legend, note, children }: FieldSetProps) {
  const id = useId()
  return (
    <fieldset className="stack" aria-describedby={note ? id : undefined}>
      <legend className="field-legend">{legend}</legend>
      {note && (
        <p id={id} className="soft small">
          {note}
        </p>
      )}
      {children}
    </fieldset>
  )
}
