import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { ComboField, type Option } from './combo-field'
import type { FieldFrameProps } from './field'
import './pick-many.css'

interface PickManyProps<Value extends string> extends FieldFrameProps {
  options: readonly (Option & { id: Value })[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** Some of very many options, each found by typing; what was picked stands above and can be taken away. */
export function PickMany<Value extends string>({ options, value, onChange, ...frame }: PickManyProps<Value>) {
  const picked = options.filter(({ id }) => value.includes(id))
  // The same list as long as the choice is the same, so that what is typed into the box is not begun anew.
  const left = useMemo(() => options.filter(({ id }) => !value.includes(id)), [options, value])
  return (
    <div className="pick-many">
      {picked.length > 0 && (
        <TagGroup
          aria-label={`${frame.label}: chosen`}
          onRemove={(keys) => onChange(value.filter((id) => !keys.has(id)))}
        >
          <TagList className="pick-tags" items={picked}>
            {({ id, label }) => (
              <Tag id={id} textValue={label} className="pick-tag">
                {label}
                <Button slot="remove" className="pick-remove" aria-label={`Remove ${label}`}>
                  <X size={14} aria-hidden="true" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <ComboField
        key={value.length}
        {...frame}
        placeholder="Type a few letters"
        options={left}
        value={undefined}
        onChange={(id) => {
          const option = options.find((each) => each.id === id)
          if (option) onChange([...value, option.id])
        }}
      />
    </div>
  )
}
