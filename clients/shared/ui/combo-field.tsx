import { ChevronDown } from 'lucide-react'
import type { SyntheticEvent } from 'react'
import { Button, ComboBox, Group, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { problemOf } from '../graph/problem'
import { type FieldFrameProps, FieldLabel, FieldNote } from './field'
import { fittingOption } from './fitting-option'

export interface Option {
  id: string
  label: string
  note?: string
}

interface ComboFieldProps extends FieldFrameProps {
  options: readonly Option[]
  value: string | undefined
  onChange: (id: string | undefined) => void
  placeholder?: string
  /** When the options come from the graph: the text typed so far. Without it they are filtered here. */
  search?: { text: string; onText: (text: string) => void; pending: boolean; error: unknown }
}

/** One of many options, found by typing; what is typed out needs no choosing. */
export function ComboField({ options, value, onChange, placeholder, search, ...props }: ComboFieldProps) {
  const takeTyped = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    const isPointedAt = currentTarget.hasAttribute('aria-activedescendant')
    const option = search || isPointedAt ? undefined : fittingOption(currentTarget.value, options)
    if (option && option.id !== value) onChange(option.id)
  }
  return (
    <ComboBox
      className="field"
      items={search ? options : undefined}
      defaultItems={search ? undefined : options}
      inputValue={search?.text}
      onInputChange={search?.onText}
      value={value ?? null}
      onChange={(key) => onChange(key === null ? undefined : String(key))}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Group className="input-group">
        <Input
          className="input"
          placeholder={placeholder}
          onBlurCapture={takeTyped}
          onKeyDownCapture={(event) => (event.key === 'Enter' || event.key === 'Tab') && takeTyped(event)}
        />
        <Button className="input-button">
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </Group>
      <FieldNote {...props} />
      <Popover className="options-popover">
        <ListBox<Option>
          className="options"
          renderEmptyState={() => <div className="options-empty">{emptyWords(search)}</div>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="option">
              <Text slot="label">{option.label}</Text>
              {option.note && <Text slot="description">{option.note}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function emptyWords(search: ComboFieldProps['search']): string {
  if (search?.error) return problemOf(search.error).message
  return search?.pending ? 'Searching…' : 'Nothing fits what you typed.'
}
