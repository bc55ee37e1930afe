import { useState } from 'react'
import { OneOf, SomeOf, YesNo } from '../../../shared/ui/choice-field'
import { ComboField } from '../../../shared/ui/combo-field'
import { DayField } from '../../../shared/ui/day-field'
import { type FieldFrameProps, TextBox, TextLine } from '../../../shared/ui/field'
import { NumberLine } from '../../../shared/ui/number-line'
import { PickMany } from '../../../shared/ui/pick-many'
import { SelectField } from '../../../shared/ui/select-field'
import type { Editor } from './editor'
import type { FormValues } from './form-values'

/** The names of the fields whose values are of a kind. */
type NamesOf<Kind> = {
  [Name in keyof FormValues]-?: NonNullable<FormValues[Name]> extends Kind ? Name : never
}[keyof FormValues]

type TextName = NamesOf<string>
type ListName = { [Name in NamesOf<readonly string[]>]: Name }[NamesOf<readonly string[]>]

/** One field of the values, changed. */
const part = <Name extends keyof FormValues>(name: Name, value: unknown) => ({ [name]: value }) as Partial<FormValues>

const blankAsNull = (text: string) => (text === '' ? null : text)

export const textLine =
  (name: TextName): Editor =>
  ({ frame, maxLength, values, onChange }) => (
    <TextLine
      {...frame}
      maxLength={maxLength}
      value={values[name] ?? ''}
      // A title is never nothing, but it can be blank while it is rewritten.
      onChange={(text) => onChange(part(name, name === 'title' ? text : blankAsNull(text)))}
    />
  )

export const textBox =
  (name: TextName): Editor =>
  ({ frame, maxLength, values, onChange }) => (
    <TextBox
      {...frame}
      maxLength={maxLength}
      value={values[name] ?? ''}
      onChange={(text) => onChange(part(name, blankAsNull(text)))}
    />
  )

export const number =
  (name: NamesOf<number>, decimal?: boolean): Editor =>
  ({ frame, values, onChange }) => (
    <NumberLine {...frame} decimal={decimal} value={values[name]} onChange={(value) => onChange(part(name, value))} />
  )

export const dayOf =
  (name: TextName): Editor =>
  ({ frame, values, onChange }) => (
    <DayAnswer frame={frame} value={values[name]} onChange={(day) => onChange(part(name, day))} />
  )

interface DayAnswerProps {
  frame: FieldFrameProps
  value: string | null | undefined
  onChange: (day: string | null) => void
}

/** A day that counts once its year is written out: until then it is the year 2 or 20. */
function DayAnswer({ frame, value, onChange }: DayAnswerProps) {
  const [unfinished, setUnfinished] = useState<string>()
  return (
    <DayField
      {...frame}
      value={unfinished ?? value ?? undefined}
      onChange={(day) => {
        const isUnfinished = day?.startsWith('0')
        setUnfinished(isUnfinished ? day : undefined)
        if (!isUnfinished) onChange(day ?? null)
      }}
    />
  )
}

export const yesNo =
  (name: NamesOf<boolean>): Editor =>
  ({ frame, values, onChange }) => (
    <YesNo {...frame} value={values[name]} onChange={(answer) => onChange(part(name, answer))} />
  )

export const oneOf =
  (name: TextName): Editor =>
  ({ frame, options, values, onChange }) =>
    options.length > 4 ? (
      <SelectField {...frame} options={options} value={values[name]} onChange={(id) => onChange(part(name, id))} />
    ) : (
      <OneOf {...frame} options={options} value={values[name]} onChange={(id) => onChange(part(name, id))} />
    )

// More than this many are found by typing.
const inSight = 40

export const someOf =
  (name: ListName): Editor =>
  ({ frame, options, values, onChange }) => {
    const choose = (ids: string[]) => onChange(part(name, ids))
    return options.length > inSight ? (
      <PickMany {...frame} options={options} value={values[name]} onChange={choose} />
    ) : (
      <SomeOf {...frame} options={options} columns={options.length > 6} value={values[name]} onChange={choose} />
    )
  }

type PlaceName = 'city' | 'state' | 'country'

const placeWith = (values: FormValues, name: PlaceName, value: string | null): Partial<FormValues> => ({
  location: { city: null, state: null, country: null, ...values.location, [name]: value },
})

export const placeText =
  (name: PlaceName): Editor =>
  ({ frame, maxLength, values, onChange }) => (
    <TextLine
      {...frame}
      maxLength={maxLength}
      value={values.location?.[name] ?? ''}
      onChange={(text) => onChange(placeWith(values, name, blankAsNull(text)))}
    />
  )

export const placeChoice =
  (name: PlaceName): Editor =>
  ({ frame, options, values, onChange }) => (
    <ComboField
      {...frame}
      options={options}
      placeholder="Type a few letters"
      value={values.location?.[name] ?? undefined}
      onChange={(id) => onChange(placeWith(values, name, id ?? null))}
    />
  )
