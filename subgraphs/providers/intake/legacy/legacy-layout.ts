import type { ColumnKey } from '../column/column.js'

/** The tab-delimited templates that are read (5.4). */
export type LegacyTemplate = 'TEMPLATE_C' | 'TEMPLATE_D'

/** What a column of the legacy templates is for, where it is more than a value of ours. */
export type LegacyRole = 'YEAR' | 'DATE' | 'TYPE' | 'PLACE' | 'EVALUATED'

export interface LegacyColumn {
  header: string
  key?: ColumnKey
  role?: LegacyRole
  /** Only in the template of 2014. */
  only2014?: boolean
}

const ours = (header: string, key: ColumnKey, role?: LegacyRole): LegacyColumn => ({
  header,
  key,
  ...(role ? { role } : {}),
})
const dropped = (...headers: string[]): LegacyColumn[] => headers.map((header) => ({ header }))
const only2014 = (...headers: string[]): LegacyColumn[] => headers.map((header) => ({ header, only2014: true }))
const evaluated = (what: string): LegacyColumn[] => [
  { header: `Designed to change ${what}?` },
  { header: `Changes in ${what} evaluated?`, role: 'EVALUATED' },
]

/** Template C, which has every column there ever was; what is no longer asked for has no key. */
const templateC: readonly LegacyColumn[] = [
  { header: 'Template' },
  ours('ACCME Activity ID', 'activityId'),
  ours('Provider Activity ID', 'providerActivityId'),
  { header: 'Reporting Year', role: 'YEAR' },
  ours('Activity Title', 'title'),
  ours('Activity Date', 'startsOn', 'DATE'),
  ours('City', 'city', 'PLACE'),
  ours('State', 'state', 'PLACE'),
  ours('Country', 'country', 'PLACE'),
  ours('Providership', 'providership'),
  ours('Activity Type', 'activityFormat', 'TYPE'),
  ...dropped('Hours of Instruction'),
  ours('# Physicians', 'physicianLearners'),
  ours('# Other Learners', 'otherLearners'),
  ours('Commercial Support Received?', 'commercialSupportReceived'),
  ...only2014(
    '# of Commercial Supporters',
    'Total Monetary Amount',
    'In-kind: Durable equipment?',
    'In-kind: Facilities/Space?',
    'In-kind: Disposable supplies?',
    'In-kind: Animal parts?',
    'In-kind: Human parts?',
    'In-kind: Other',
  ),
  ...['Competence', 'Performance', 'Patient Outcomes'].flatMap(evaluated),
  ...dropped(
    'Case based discussion',
    'Lecture',
    'Panel',
    'Simulation',
    'Skill-based training',
    'Small group discussion',
    'Other sub-category',
  ),
  ours('Joint Provider(s)', 'jointProviders'),
  ours('# of AMA PRA Category 1 Credits designated', 'credits'),
  ours('Description of Content', 'description'),
  ...only2014('Advertising & Exhibit Income', 'Other Income', 'Expenses'),
  ...dropped(
    'Patient Care',
    'Medical Knowledge',
    'Practice-based Learning',
    'Interpersonal Skills',
    'Professionalism',
    'Systems-based Practice',
  ),
  ...dropped(
    'Patient-centered Care',
    'Interdisciplinary Teams',
    'Evidence-based Practice',
    'Quality Improvement',
    'Informatics',
  ),
  ...dropped('Values/Ethics', 'Roles/Responsibilities', 'Interprofessional Communication', 'Teams and Teamwork'),
  ...dropped('Other Competencies'),
]

/** The columns of each template, without those that repeat for each supporter. */
export const legacyColumns: Readonly<Record<LegacyTemplate, readonly LegacyColumn[]>> = {
  TEMPLATE_C: templateC,
  TEMPLATE_D: templateC.filter(({ only2014: isOld }) => !isOld),
}

/** What stands once for each supporter: who, how much, five kinds in kind, and another kind. */
export const supporterHeaders = [
  'Supporter',
  'Amount',
  'Durable equipment?',
  'Facilities/Space?',
  'Disposable supplies?',
  'Animal parts?',
  'Human parts?',
  'Other in-kind',
] as const

/** The oldest template had so many columns, and as many more for each supporter. */
const oldestColumns = 43

/** The template with so many columns, or why there is none; the oldest one is told apart, because people still have it. */
export function templateOf(columnCount: number): LegacyTemplate | 'OLDEST' | undefined {
  const fits = (base: number) => columnCount >= base && (columnCount - base) % supporterHeaders.length === 0
  if (fits(legacyColumns.TEMPLATE_C.length)) return 'TEMPLATE_C'
  if (fits(legacyColumns.TEMPLATE_D.length)) return 'TEMPLATE_D'
  return fits(oldestColumns) ? 'OLDEST' : undefined
}

/** The headers of a row with so many columns, as the templates name them. */
export function legacyHeaders(template: LegacyTemplate, columnCount: number): string[] {
  const base = legacyColumns[template].map(({ header }) => header)
  const supporters = Math.ceil(Math.max(0, columnCount - base.length) / supporterHeaders.length)
  return [...base, ...Array.from({ length: supporters }, () => supporterHeaders).flat()]
}
