import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import type { Option } from './combo-field'
import { type FieldFrameProps, FieldLabel, FieldNote } from './field'

interface SelectFieldProps<Value extends string> extends FieldFrameProps {
  options: readonly (Option & { id: Value })[]
  value: Value | null | undefined
  onChange: (value: Value) => void
  placeholder?: string
}

/** One of a few options that fit on the screen. */
export function SelectField<Value extends string>({ options, value, onChange, ...props }: SelectFieldProps<Value>) {
  return (
    <Select
      className="field"
      placeholder={props.placeholder ?? 'Choose'}
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
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <FieldNote {...props} />
      <Popover className="options-popover">
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="option select-option">
              {({ isSelected }) => (
                <>
                  {option.label}
                  {isSelected && <Check size={16} aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
