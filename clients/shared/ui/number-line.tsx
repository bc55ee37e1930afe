import { useState } from 'react'
import { parseNumber } from '../format/parse-number'
import { type FieldFrameProps, TextLine } from './field'

interface NumberLineProps extends FieldFrameProps {
  value: number | null | undefined
  onChange: (value: number | null) => void
  /** Allows parts of a whole, as credit has them. */
  decimal?: boolean
}

/** A field for a number, typed as people write it; what is no number is said so and kept as it stands. */
export function NumberLine({ value, onChange, decimal, issue, ...props }: NumberLineProps) {
  const [text, setText] = useState('')
  const typed = parseNumber(text)
  // What was typed stays as typed while it means the value; another value from elsewhere replaces it.
  const shown = typed === undefined || typed === (value ?? null) ? text : String(value ?? '')
  return (
    <TextLine
      {...props}
      value={shown}
      onChange={(next) => {
        setText(next)
        const number = parseNumber(next)
        if (number !== undefined) onChange(number)
      }}
      inputMode={decimal ? 'decimal' : 'numeric'}
      maxLength={20}
      issue={
        typed === undefined
          ? { tone: 'error', text: `Write a number such as ${decimal ? '1.5' : '120'}. What stands here is not saved.` }
          : issue
      }
    />
  )
}
