import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { type FieldFrameProps, FieldLabel, FieldNote } from './field'

interface SuggestFieldProps extends FieldFrameProps {
  suggestions: readonly string[]
  value: string
  onChange: (value: string) => void
  maxLength?: number
}

/** A line of text for which there are suggestions; any other text is as good. */
export function SuggestField({ suggestions, value, onChange, maxLength = 200, ...props }: SuggestFieldProps) {
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      defaultItems={suggestions.map((name) => ({ id: name }))}
      inputValue={value}
      onInputChange={onChange}
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Group className="input-group">
        <Input className="input" maxLength={maxLength} />
        <Button className="input-button">
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </Group>
      <FieldNote {...props} />
      <Popover className="options-popover">
        <ListBox<{ id: string }> className="options">
          {({ id }) => (
            <ListBoxItem id={id} textValue={id} className="option">
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
