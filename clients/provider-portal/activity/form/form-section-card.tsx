import { CircleCheck } from 'lucide-react'
import { memo } from 'react'
import { Card } from '../../../shared/ui/card'
import type { FieldIssue } from '../../../shared/ui/field'
import { same } from '../draft/draft-changes'
import { editors } from './editors'
import {
  type ActivityFormDescription,
  type FormFacts,
  type FormField,
  type FormSection,
  neededFor,
  sectionProgress,
} from './form-description'
import type { FormValues } from './form-values'
import { MocEditor } from './moc-editor'

interface SectionProps {
  section: FormSection
  facts: FormFacts
  values: FormValues
  /** The same function as long as nothing else is said of the activity. */
  issueAt: (path: string) => FieldIssue | undefined
  onChange: (part: Partial<FormValues>) => void
  form: ActivityFormDescription
}

/** Fields that stand side by side; the others take the whole line. */
const short = new Set([
  'providerActivityId',
  'activityFormat',
  'startsOn',
  'endsOn',
  'location.city',
  'location.country',
  'location.state',
  'credits',
  'fee',
  'registration',
  'physicianLearners',
  'otherLearners',
  'countedOn',
])

const whenWords: Record<string, string | undefined> = { CLOSED: 'to close' }

/** One part of the form, with the questions that this kind of activity is asked. */
export function FormSectionCard({ section, facts, values, issueAt, onChange, form }: SectionProps) {
  return (
    <div id={sectionId(section.id)} className="form-section">
      <Card title={section.label} actions={<SectionState section={section} facts={facts} />}>
        <div className="form-fields">
          {section.fields.map((field) => (
            <div key={field.name} id={fieldId(field.name)} data-short={short.has(field.name) || undefined}>
              <Question
                field={field}
                needed={neededFor(field, facts)}
                values={values}
                issueAt={issueAt}
                onChange={onChange}
                form={form}
              />
            </div>
          ))}
        </div>
      </Card>
    </div>
  )
}

interface QuestionProps extends Pick<SectionProps, 'values' | 'issueAt' | 'onChange' | 'form'> {
  field: FormField
  needed: string | undefined
}

const registrations = 'mocRegistrations'

/** The values that the editor of a field looks at. */
const looksAt = (name: string) =>
  (name === registrations ? [registrations, 'credits'] : [name.split('.')[0]]) as (keyof FormValues)[]

// Lists of hundreds of options are slow to draw: a question is drawn anew only when something about it changes.
const Question = memo(
  function Question({ field, needed, values, issueAt, onChange, form }: QuestionProps) {
    const frame = {
      label: field.label,
      hint: field.help ?? undefined,
      optional: needed === undefined || needed === 'CLOSED',
      when: needed && whenWords[needed],
      issue: issueAt(field.name),
    }
    if (field.name === registrations) {
      return <MocEditor frame={frame} form={form} values={values} onChange={onChange} issueAt={issueAt} />
    }
    const maxLength = field.maxLength ?? 200
    return editors[field.name]?.({ frame, maxLength, options: field.options, values, onChange, issueAt })
  },
  (before, after) =>
    before.field === after.field &&
    before.needed === after.needed &&
    before.issueAt === after.issueAt &&
    looksAt(after.field.name).every((name) => same(before.values[name], after.values[name])),
)

function SectionState({ section, facts }: { section: FormSection; facts: FormFacts }) {
  const { needed, answered } = sectionProgress(section, facts)
  if (needed === 0) return <span className="soft small">Optional</span>
  return (
    <span className="form-progress number">
      {answered === needed && <CircleCheck size={14} aria-hidden="true" />}
      {answered} of {needed} filled in
    </span>
  )
}

export const sectionId = (id: string) => `section-${id}`

export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`

/** Leads to a field: brings it into view and puts the cursor there. */
export function focusField(name: string) {
  const place = document.getElementById(fieldId(name)) ?? document.getElementById(fieldId(name.split('.')[0] ?? ''))
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector<HTMLElement>('input, textarea, [role="spinbutton"], button, select')?.focus()
}
