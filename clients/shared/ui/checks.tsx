import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, Switch } from 'react-aria-components'
import './field.css'

interface CheckProps {
  selected: boolean
  onChange: (selected: boolean) => void
  invalid?: boolean
  children: ReactNode
}

/** The box of a checkbox. */
export function CheckMark() {
  return (
    <span className="check-box">
      <Check size={14} strokeWidth={3.5} aria-hidden="true" />
    </span>
  )
}

/** A statement that the user can confirm. */
export function CheckLine({ selected, onChange, invalid, children }: CheckProps) {
  return (
    <Checkbox className="check" isSelected={selected} onChange={onChange} isInvalid={invalid}>
      <CheckMark />
      <span>{children}</span>
    </Checkbox>
  )
}

/** A way of doing something that can be on or off. */
export function SwitchLine({ selected, onChange, children }: Omit<CheckProps, 'invalid'>) {
  return (
    <Switch className="check" isSelected={selected} onChange={onChange}>
      <span className="switch-track" />
      <span>{children}</span>
    </Switch>
  )
}
