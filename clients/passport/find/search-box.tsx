import { useQuery } from '@apollo/client/react'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { plural } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import { SuggestActivitiesQuery } from './find-query'

interface SearchBoxProps {
  text: string
  onText: (text: string) => void
  onProvider: (providerId: string) => void
}

const pauseMs = 200

/** The words to look for, with titles and providers that begin with them. */
export function SearchBox({ text, onText, onProvider }: SearchBoxProps) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const options = useSuggestions(typed)
  const choose = (key: string) => {
    const option = options.find(({ id }) => id === key)
    if (option?.providerId) onProvider(option.providerId)
    else if (option) onText(option.label)
  }
  return (
    <search
      className="find-search"
      onKeyDownCapture={(event) => {
        const isOption = event.currentTarget.querySelector('[aria-activedescendant]')
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isOption) onText(typed.trim())
      }}
    >
      <ComboBox
        className="field find-box"
        items={options}
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        onChange={(key) => key !== null && choose(String(key))}
        allowsCustomValue
      >
        <Label className="field-label">What do you want to learn about?</Label>
        <Group className="input-group">
          <Search size={18} className="input-icon" aria-hidden="true" />
          <Input className="input" placeholder="Heart failure, opioids, “case conference” …" maxLength={200} />
        </Group>
        <Popover className="options-popover">
          <ListBox<Option> className="options">
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} className="option">
                <Text slot="label">{option.label}</Text>
                {option.note && <Text slot="description">{option.note}</Text>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Button onPress={() => onText(typed.trim())}>Search</Button>
    </search>
  )
}

interface Option {
  id: string
  label: string
  note?: string
  providerId?: string
}

function useSuggestions(typed: string): Option[] {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useQuery(SuggestActivitiesQuery, { variables: { text }, skip: text.length < 2 })
  if (text.length < 2 || !data) return []
  const { titles, providers } = data.suggestActivities
  return [
    ...titles.map((label) => ({ id: `title ${label}`, label })),
    ...providers.map(({ value, label, count }) => ({
      id: `provider ${value}`,
      label,
      note: `Provider with ${plural(count, 'activity', 'activities')}`,
      providerId: value,
    })),
  ]
}
