import { measurementTypes } from '../../shared/credit/words'
import { Card } from '../../shared/ui/card'
import { isFilled, valueAt } from './form/conditions'
import { askedSections, type FormFacts, type FormField } from './form/form-description'
import { printValue } from './form/print-value'

interface ActivityFactsProps {
  sections: readonly { id: string; label: string }[]
  fields: readonly FormField[]
  facts: FormFacts
}

// How an outcome is measured is no option of a field, but stands in one.
const measured = Object.entries(measurementTypes).map(([id, label]) => ({ id, label }))

// These stand elsewhere on the page.
const elsewhere = ['title', 'description', 'mocRegistrations']

/** What is recorded of an activity, part by part as the form asks it; what is not answered is left out. */
export function ActivityFacts({ sections, fields, facts }: ActivityFactsProps) {
  const parts = askedSections(sections, fields, facts)
    .map((section) => ({
      ...section,
      fields: section.fields.filter(({ name }) => !elsewhere.includes(name) && isFilled(valueAt(facts, name))),
    }))
    .filter((section) => section.fields.length > 0)
  return (
    <Card title="Facts">
      <div className="stack" data-gap="l">
        {parts.map((section) => (
          <section key={section.id} className="stack" data-gap="s" aria-label={section.label}>
            <h3>{section.label}</h3>
            <dl className="facts">
              {section.fields.map(({ name, label, options }) => (
                <div key={name} className="fact">
                  <dt>{label}</dt>
                  <dd>{printValue(valueAt(facts, name), [...options, ...measured])}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Card>
  )
}
