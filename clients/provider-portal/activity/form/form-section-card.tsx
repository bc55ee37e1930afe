import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '../../../shared/ui/card'
import type { FieldIssue } from '../../../shared/ui/field'
import { editors } from './editors'
import { type FormFacts, type FormField, type FormSection, neededFor, sectionProgress } from './form-description'
import type { FormValues } from './form-values'

interface SectionProps {
  section: FormSection
  facts: FormFacts
  values: FormValues
  issueAt: (path: string) => FieldIssue | undefined
  onChange: (part: Partial<FormValues>) => void
  /** The editor of certifying boards, which knows what each board asks. */
  moc: (field: FormField) => ReactNode
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
export function FormSectionCard({ section, facts, values, issueAt, onChange, moc }: SectionProps) {
  return (
    <div id={sectionId(section.id)} className="form-section">
      <Card title={section.label} actions={<SectionState section={section} facts={facts} />}>
        <div className="form-fields">
          {section.fields.map((field) => {
            const needed = neededFor(field, facts)
            const Editor = editors[field.name]
            return (
              <div key={field.name} id={fieldId(field.name)} data-short={short.has(field.name) || undefined}>
                {field.name === 'mocRegistrations'
                  ? moc(field)
                  : Editor?.({
                      frame: {
                        label: field.label,
                        hint: field.help ?? undefined,
                        optional: needed === undefined || needed === 'CLOSED',
                        when: needed && whenWords[needed],
                        issue: issueAt(field.name),
                      },
                      maxLength: field.maxLength ?? 200,
                      options: field.options,
                      values,
                      onChange,
                      issueAt,
                    })}
              </div>
            )
          })}
        </div>
      </Card>
    </div>
  )
}

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
