import { useQuery } from '@apollo/client/react'
import { graphql } from '../../graphql'
import type { RemsFieldsQuery as RemsFieldsData } from '../../graphql/graphql'
import { SwitchLine } from '../../shared/ui/checks'
import { type FieldIssue, TextLine } from '../../shared/ui/field'
import { SelectField } from '../../shared/ui/select-field'
import type { LearnerDraft } from './learner-draft'

const RemsFieldsQuery = graphql(`
  query RemsFields {
    remsFields {
      name
      label
      answer
      isRequired
      hint
      choices
    }
  }
`)

type RemsFieldView = RemsFieldsData['remsFields'][number]

interface RemsFieldsProps {
  rems: LearnerDraft['rems']
  issues: Partial<Record<string, FieldIssue>>
  onChange: (part: Pick<LearnerDraft, 'rems'>) => void
}

/** The labels of the questions for REMS, once they are known. */
export const useRemsLabels = (): string[] => useQuery(RemsFieldsQuery).data?.remsFields.map(({ label }) => label) ?? []

/** What is asked for REMS, for an activity that is registered for it. */
export function RemsFields({ rems, issues, onChange }: RemsFieldsProps) {
  const fields = useQuery(RemsFieldsQuery).data?.remsFields ?? []
  return (
    <fieldset className="stack entry-moc">
      <legend className="visually-hidden">REMS</legend>
      <SwitchLine selected={rems !== undefined} onChange={(on) => onChange({ rems: on ? {} : undefined })}>
        Also report for REMS
        <span className="soft"> – any profession, no license needed</span>
      </SwitchLine>
      {rems && (
        <div className="grid">
          {fields.map((field) => (
            <RemsLine
              key={field.name}
              field={field}
              value={rems[field.name] ?? ''}
              issue={issues[field.label]}
              onChange={(value) => onChange({ rems: { ...rems, [field.name]: value } })}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}

interface RemsLineProps {
  field: RemsFieldView
  value: string
  issue: FieldIssue | undefined
  onChange: (value: string) => void
}

const unsaid = 'NONE'

function RemsLine({ field, value, issue, onChange }: RemsLineProps) {
  const frame = { label: field.label, optional: !field.isRequired, hint: field.hint, issue }
  if (field.answer === 'TEXT') return <TextLine {...frame} value={value} onChange={onChange} maxLength={300} />
  const choices = field.answer === 'YES_OR_NO' ? ['Yes', 'No'] : field.choices
  const options = choices.map((label) => ({ id: label, label }))
  return (
    <SelectField
      {...frame}
      options={field.isRequired ? options : [{ id: unsaid, label: 'Not said' }, ...options]}
      value={value || (field.isRequired ? undefined : unsaid)}
      onChange={(chosen) => onChange(chosen === unsaid ? '' : chosen)}
    />
  )
}
