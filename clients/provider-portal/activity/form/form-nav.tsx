import { CircleCheck } from 'lucide-react'
import type { FieldIssue } from '../../../shared/ui/field'
import { type FormFacts, type FormSection, sectionProgress } from './form-description'
import { sectionId } from './form-section-card'

interface FormNavProps {
  sections: readonly FormSection[]
  facts: FormFacts
  issueAt: (path: string) => FieldIssue | undefined
}

/** The parts of the form with how far each has come. */
export function FormNav({ sections, facts, issueAt }: FormNavProps) {
  return (
    <nav aria-label="Parts of the form" className="form-nav">
      <ul>
        {sections.map((section) => {
          const { needed, answered } = sectionProgress(section, facts)
          const wrong = section.fields.some(({ name }) => issueAt(name)?.tone === 'error')
          return (
            <li key={section.id}>
              <a
                href={`#${sectionId(section.id)}`}
                onClick={(event) => {
                  event.preventDefault()
                  const place = document.getElementById(sectionId(section.id))
                  place?.scrollIntoView({ block: 'start' })
                  place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
                }}
              >
                {section.label}
                <span className="form-progress number">
                  {wrong && 'to correct'}
                  {!wrong && needed > 0 && answered === needed && (
                    <CircleCheck size={14} role="img" aria-label="complete" />
                  )}
                  {!wrong && answered < needed && `${answered} of ${needed}`}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
