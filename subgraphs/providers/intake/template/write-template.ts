import type { Writable } from 'node:stream'
import { certifyingBoards, creditTypeLabels } from '../../../reference/certifying-boards.js'
import { practiceAreas } from '../../../reference/practice-areas.js'
import type { FormColumn, ColumnKind as FormKind, SheetForm } from '../../../shared/workbook/sheet-form.js'
import { type ValueList, writeTemplateWorkbook } from '../../../shared/workbook/template-workbook.js'
import type { ColumnGroup, IntakeColumn } from '../column/column.js'
import { resultHeaders, type TemplateName, templateColumns, templateRepetitions } from '../column/columns.js'
import { choices } from '../row/choices.js'

/** The name of the template that a text names; undefined when there is none. */
export const parseTemplateName = (text: string): TemplateName | undefined =>
  Object.hasOwn(templateColumns, text) ? (text as TemplateName) : undefined

/** Writes an empty workbook that providers start from (5.5), with the values of its lists on a second sheet. */
export const writeActivityTemplate = (stream: Writable, name: TemplateName): Promise<void> =>
  writeTemplateWorkbook(stream, formOf(templateColumns[name]), lists())

function formOf(columns: readonly IntakeColumn[]): SheetForm {
  const groups = new Set<ColumnGroup>()
  const repeated = columns.flatMap((column): IntakeColumn[] => {
    if (!column.group) return [column]
    if (groups.has(column.group)) return []
    groups.add(column.group)
    const members = columns.filter(({ group }) => group === column.group)
    return Array.from({ length: templateRepetitions[column.group] }, () => members).flat()
  })
  return { columns: repeated.map(formColumn), rowIs: 'activity', resultHeaders }
}

const kinds: Partial<Record<IntakeColumn['kind'], FormKind>> = { day: 'day', amount: 'amount' }

const formColumn = ({ key, header, guidance, kind, synonyms }: IntakeColumn): FormColumn => ({
  key,
  header,
  guidance,
  aliases: synonyms,
  kind: kinds[kind] ?? 'text',
  required: false,
  maxLength: Number.POSITIVE_INFINITY,
})

function lists(): ValueList[] {
  const boards = Object.entries(certifyingBoards).filter(([, { collaborating }]) => collaborating)
  const types = boards.flatMap(([code, { creditTypes }]) =>
    creditTypes.map((type) => `${code}: ${creditTypeLabels[type]}`),
  )
  const areas = boards.flatMap(([code]) =>
    practiceAreas[code as keyof typeof practiceAreas].map((area) => `${code}: ${area}`),
  )
  const labels = (header: string, values: Readonly<Record<string, string>>, width = 24): ValueList => ({
    header,
    width,
    values: Object.values(values),
  })
  return [
    { header: 'Record Action', width: 16, values: ['Add', 'Update', 'Delete'] },
    labels('Activity Format', choices.activityFormat.labels, 30),
    labels('Delivery Method', choices.deliveryMethods.labels),
    labels('Providership', choices.providership.labels),
    labels('Fee', choices.fee.labels),
    labels('Registration', choices.registration.labels),
    labels('Measured Outcome', choices.measuredOutcomes.labels),
    labels('How Measured', choices.measurementTypes.labels),
    labels('Commendation Tag', choices.commendationTags.labels, 50),
    labels('REMS Type', choices.remsType.labels),
    { header: 'Board', width: 12, values: boards.map(([code]) => code) },
    { header: 'Credit Type', width: 44, values: types },
    { header: 'Specialties', width: 52, values: areas },
  ]
}
