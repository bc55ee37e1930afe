import type { ActivityFormat } from '../../../reference/activity.js'
import { activityFormats } from '../../../reference/activity-formats.js'
import { mocAttestations } from '../../../reference/attestations.js'
import { type CertifyingBoard, certifyingBoards, creditTypeLabels } from '../../../reference/certifying-boards.js'
import { practiceAreas } from '../../../reference/practice-areas.js'
import type { AccreditationType } from '../../organization/provider-organization.js'
import { type ActivityForm, type FormBoard, FormFieldKind, formSections } from './activity-form.js'
import type { Condition } from './conditions.js'
import { fieldOptions, outlineOptions } from './field-options.js'
import { type FormField, formFields } from './form-fields.js'

const { TEXT, LONG_TEXT, ADDRESS, DAY, AMOUNT, COUNT, YES_NO, CHOICE, CHOICES, TEXTS, PARTS } = FormFieldKind

/** What the answers look like that are no line of text. */
const kinds: Readonly<Record<string, FormFieldKind>> = {
  activityFormat: CHOICE,
  deliveryMethods: CHOICES,
  startsOn: DAY,
  endsOn: DAY,
  'location.country': CHOICE,
  providership: CHOICE,
  jointProviders: TEXTS,
  credits: AMOUNT,
  otherCredits: PARTS,
  pharmacy: PARTS,
  isInterprofessional: YES_NO,
  targetProfessions: CHOICES,
  specialties: CHOICES,
  displayInPassport: YES_NO,
  description: LONG_TEXT,
  url: ADDRESS,
  fee: CHOICE,
  registration: CHOICE,
  mocRegistrations: PARTS,
  commendationTags: CHOICES,
  isMips: YES_NO,
  mipsCriteria: CHOICES,
  rems: PARTS,
  hasStateContentTags: YES_NO,
  stateContentTags: PARTS,
  commercialSupportReceived: YES_NO,
  commercialSupport: PARTS,
  inKindSupporters: TEXTS,
  physicianLearners: COUNT,
  otherLearners: COUNT,
  learnersByProfession: PARTS,
  countedOn: DAY,
  measuredOutcomes: PARTS,
}

/** The form for one kind of provider: questions that it is never asked are left out. */
export function makeForm(accreditationType: AccreditationType): ActivityForm {
  const isOfOthers = ({ field, isOneOf }: Condition) =>
    field === 'accreditationType' && !isOneOf.includes(accreditationType)
  const fields = formFields.filter(({ askedWhen }) => !askedWhen.some(isOfOthers)).map(shown)
  return {
    accreditationType,
    sections: Object.entries(formSections).map(([code, title]) => ({ code, title })),
    fields,
    formats: Object.entries(activityFormats).map(([code, { label, deliveryMethods, counting, atMost }]) => ({
      code: code as ActivityFormat,
      label,
      deliveryMethods: [...deliveryMethods],
      counting,
      atMostMonths: atMost.months,
    })),
    boards,
    attestations: Object.entries(mocAttestations).map(([value, label]) => ({ value, label })),
    outlineKinds: outlineOptions,
  }
}

const aboutUs = ({ field }: Condition) => field === 'accreditationType'
const others = (conditions: readonly Condition[]) =>
  conditions.filter((condition) => !aboutUs(condition)).map(({ field, isOneOf }) => ({ field, isOneOf: [...isOneOf] }))

const shown = ({ name, of: _, askedWhen, neededWhen, unlessFilled, ...field }: FormField) => ({
  ...field,
  name,
  kind: kinds[name] ?? TEXT,
  options: [...(fieldOptions[name] ?? [])],
  askedWhen: others(askedWhen),
  neededWhen: others(neededWhen),
  unlessFilled,
})

const allBoards: readonly (readonly [string, CertifyingBoard])[] = Object.entries(certifyingBoards)
const areas: Readonly<Record<string, readonly string[]>> = practiceAreas

const boards: FormBoard[] = allBoards
  .filter(([, { collaborating }]) => collaborating)
  .map(([code, { name, creditTypes, points, outline }]) => ({
    code,
    name,
    points,
    creditTypes: creditTypes.map((type) => ({ value: type, label: creditTypeLabels[type] })),
    practiceAreas: [...(areas[code] ?? [])],
    outlineMin: outline?.min ?? 0,
    outlineMax: outline?.max ?? 0,
  }))
