import { useQuery } from '@apollo/client/react'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { plural } from '../../shared/format/numbers'
import { problemOf } from '../../shared/graph/problem'
import { Button } from '../../shared/ui/button'
import { SuggestActivitiesQuery, type Suggestions } from './find-query'

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
  const { options, hint } = useSuggestions(typed)
  // Each search begins with a new box: its list is closed, and it has the focus.
  const [round, setRound] = useState(0)
  const ask = (words: string) => {
    setRound(round + 1)
    setTyped(words)
    onText(words)
  }
  const choose = (key: string) => {
    const option = options.find(({ id }) => id === key)
    if (!option) return
    if (!option.providerId) return ask(option.label)
    setRound(round + 1)
    setTyped('')
    onProvider(option.providerId)
  }
  return (
    <search
      className="find-search"
      onKeyDownCapture={(event) => {
        const isOption = event.currentTarget.querySelector('[aria-activedescendant]')
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isOption) ask(typed.trim())
      }}
    >
      <ComboBox
        key={round}
        autoFocus={round > 0}
        className="field find-box"
        items={options}
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        onChange={(key) => key !== null && choose(String(key))}
        allowsCustomValue
        allowsEmptyCollection
      >
        <Label className="field-label">What do you want to learn about?</Label>
        <Group className="input-group">
          <Search size={18} className="input-icon" aria-hidden="true" />
          <Input className="input" placeholder="Heart failure, opioids, “case conference” …" maxLength={200} />
        </Group>
        <Popover className="options-popover">
          <ListBox<Option> className="options" renderEmptyState={() => <div className="options-empty">{hint}</div>}>
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} className="option">
                <Text slot="label">{option.label}</Text>
                {option.note && <Text slot="description">{option.note}</Text>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Button onPress={() => ask(typed.trim())}>Search</Button>
    </search>
  )
}

interface Option {
  id: string
  label: string
  note?: string
  providerId?: string
}

function useSuggestions(typed: string): { options: Option[]; hint: string } {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const isShort = text.length < 2
  const { data, error } = useQuery(SuggestActivitiesQuery, { variables: { text }, skip: isShort })
  if (isShort) return { options: [], hint: 'Go on typing, or press Enter.' }
  if (error) return { options: [], hint: problemOf(error).message }
  if (!data) return { options: [], hint: 'Searching…' }
  return { options: optionsOf(data.suggestActivities), hint: 'No title has this. Press Enter to search everything.' }
}

const optionsOf = ({ titles, providers }: Suggestions): Option[] => [
  ...titles.map((label) => ({ id: `title ${label}`, label })),
  ...providers.map(({ value, label, count }) => ({
    id: `provider ${value}`,
    label,
    note: `Provider with ${plural(count, 'activity', 'activities')}`,
    providerId: value,
  })),
]
