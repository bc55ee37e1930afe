import { graphql } from '../../../graphql'
import type { FormDescriptionFragment, MocAttestation, OutlineKind } from '../../../graphql/graphql'
import type { Option } from '../../../shared/ui/combo-field'
import { type Condition, holds, isFilled, valueAt } from './conditions'
import type { FormValues } from './form-values'

export const FormDescription = graphql(`
  fragment FormDescription on ActivityForm {
    accreditationType
    sections {
      code
      title
    }
    fields {
      name
      section
      label
      help
      maxLength
      options {
        value
        label
      }
      askedWhen {
        field
        isOneOf
      }
      neededFor
      neededWhen {
        field
        isOneOf
      }
      unlessFilled
    }
    formats {
      code
      deliveryMethods
      counting
    }
    boards {
      code
      name
      creditTypes {
        value
        label
      }
      practiceAreas
      points
      outlineMin
      outlineMax
    }
    attestations {
      value
      label
    }
    outlineKinds {
      value
      label
    }
  }
`)

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
  unlessFilled?: string | null
}

export interface FormSection {
  id: string
  label: string
  fields: FormField[]
}

const optionsOf = <Value extends string>(options: readonly { value: string; label: string }[]) =>
  options.map(({ value, label }) => ({ id: value as Value, label }))

/** The server’s form with its options as the fields of the portal take them. */
export function formOf(form: FormDescriptionFragment) {
  return {
    accreditationType: form.accreditationType,
    sections: form.sections.map(({ code, title }) => ({ id: code, label: title })),
    fields: form.fields.map((field): FormField => ({ ...field, options: optionsOf(field.options) })),
    formats: form.formats,
    boards: form.boards.map((board) => ({ ...board, creditTypes: optionsOf(board.creditTypes) })),
    attestations: optionsOf<MocAttestation>(form.attestations),
    outlineKinds: optionsOf<OutlineKind>(form.outlineKinds),
  }
}

export type ActivityFormDescription = ReturnType<typeof formOf>

/** What the conditions can ask about: the values, and the country of the place. */
export type FormFacts = FormValues & { country?: string | null }

export const factsOf = (values: FormValues): FormFacts => ({ ...values, country: values.location?.country })

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
export function neededFor({ neededFor: status, neededWhen, unlessFilled }: FormField, facts: FormFacts) {
  if (!status || !holds(neededWhen, facts)) return undefined
  return unlessFilled && isFilled(valueAt(facts, unlessFilled)) ? undefined : status
}

/** How far a section has come: answered of those that are needed. */
export function sectionProgress({ fields }: FormSection, facts: FormFacts) {
  const needed = fields.filter((field) => neededFor(field, facts))
  return { needed: needed.length, answered: needed.filter(({ name }) => isFilled(valueAt(facts, name))).length }
}
