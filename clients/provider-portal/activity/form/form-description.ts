import type { Option } from '../../../shared/ui/combo-field'
import { type Condition, holds, isFilled, valueAt } from './conditions'
import type { FormValues } from './form-values'

/** One question, as the server describes it. */
export interface FormField {
  name: string
  section: string
  label: string
  help?: string | null
  maxLength?: number | null
  options: readonly Option[]
  askedWhen: readonly Condition[]
  neededFor?: string | null
  neededWhen: readonly Condition[]
}

export interface FormSection {
  id: string
  label: string
  fields: FormField[]
}

/** What the conditions can ask about: the values, and who asks. */
export type FormFacts = FormValues & { accreditationType: string; country?: string | null }

export const factsOf = (values: FormValues, accreditationType: string): FormFacts => ({
  ...values,
  accreditationType,
  country: values.location?.country,
})

/** The questions that this kind of activity is asked, section by section in the server’s order. */
export function askedSections(
  sections: readonly { id: string; label: string }[],
  fields: readonly FormField[],
  facts: FormFacts,
): FormSection[] {
  const asked = fields.filter(({ askedWhen }) => holds(askedWhen, facts))
  return sections
    .map((section) => ({ ...section, fields: asked.filter((field) => field.section === section.id) }))
    .filter((section) => section.fields.length > 0)
}

/** When a question has to be answered: for the status named, or never. */
export const neededFor = ({ neededFor: status, neededWhen }: FormField, facts: FormFacts) =>
  status && holds(neededWhen, facts) ? status : undefined

/** How far a section has come: answered of those that are needed. */
export function sectionProgress({ fields }: FormSection, facts: FormFacts) {
  const needed = fields.filter((field) => neededFor(field, facts))
  return { needed: needed.length, answered: needed.filter(({ name }) => isFilled(valueAt(facts, name))).length }
}
