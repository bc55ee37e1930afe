import type {
  ActivityItemInput,
  ActivityRegistration,
  ActivityStatus,
  BulkActivityFragment,
  ParticipationFee,
} from '../../../graphql/graphql'
import { activityStatuses, participationFees, registrations } from '../../../shared/credit/words'
import { day, isDay } from '../../../shared/format/days'
import { parseDay } from '../../../shared/format/parse-day'
import { parseNumber } from '../../../shared/format/parse-number'
import type { Option } from '../../../shared/ui/combo-field'

/** What a text in a cell says: the part of the input, or why it says nothing. */
export type CellReading = { part: Partial<ActivityItemInput> } | { problem: string }

/** A column in which many activities are changed at once. */
export interface BulkColumn {
  id: string
  header: string
  align?: 'end'
  options?: readonly Option[]
  inWords?: (text: string) => string
  text: (activity: BulkActivityFragment) => string
  read: (text: string) => CellReading
  locked?: (activity: BulkActivityFragment) => string | undefined
}

type Fields = NonNullable<ActivityItemInput['fields']>
type Name = keyof Fields & keyof BulkActivityFragment

const inFields = (name: Name, value: unknown): CellReading => ({ part: { fields: { [name]: value } as Fields } })
const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value))

const dayColumn = (id: Name, header: string): BulkColumn => ({
  id,
  header,
  inWords: (text) => (isDay(text) ? day(text) : text),
  text: (activity) => textOf(activity[id]),
  read: (text) => {
    const written = text.trim() === '' ? null : parseDay(text)
    return written === undefined ? { problem: 'Write a day such as 3/15/2026.' } : inFields(id, written)
  },
})

const numberColumn = (id: Name, header: string, example: string): BulkColumn => ({
  id,
  header,
  align: 'end',
  text: (activity) => textOf(activity[id]),
  read: (text) => {
    const number = parseNumber(text)
    return number === undefined ? { problem: `Write a number such as ${example}.` } : inFields(id, number)
  },
})

const plain = (text: string) => text.toLowerCase().replace(/[’']/g, "'").trim()

/** The option that a text names by its code or its label. */
const optionOf = (options: readonly Option[], text: string) =>
  options.find(({ id, label }) => plain(id) === plain(text) || plain(label) === plain(text))

const choiceColumn = (
  id: Name,
  header: string,
  options: readonly Option[],
  toValue: (id: string) => unknown,
): BulkColumn => ({
  id,
  header,
  options,
  text: (activity) => textOf(activity[id]),
  read: (text) => {
    if (text.trim() === '') return inFields(id, null)
    const option = optionOf(options, text)
    if (!option) return { problem: `Choose ${options.map(({ label }) => label).join(', ')}.` }
    return inFields(id, toValue(option.id))
  },
})

const yesNo: Option[] = [
  { id: 'true', label: 'Yes' },
  { id: 'false', label: 'No' },
]
const optionsOf = <Code extends string>(words: Record<Code, string>) =>
  (Object.keys(words) as Code[]).map((id) => ({ id, label: words[id] }))

/** To which status a change leads, and what the server is asked for. */
const moves: Partial<Record<ActivityStatus, Partial<ActivityItemInput>>> = {
  ACTIVE: { activate: true },
  CLOSED: { close: true },
}

const statusColumn: BulkColumn = {
  id: 'status',
  header: 'Status',
  options: (['DRAFT', 'ACTIVE', 'CLOSED'] as const).map((id) => ({ id, label: activityStatuses[id].label })),
  text: ({ status }) => status,
  read: (text) => {
    const option = optionOf(statusColumn.options ?? [], text)
    const part = option && moves[option.id as ActivityStatus]
    return part ? { part } : { problem: 'Choose Active or Closed; other changes are made on the activity’s page.' }
  },
  locked: ({ status }) => (status === 'CLOSED' ? 'A closed activity is reopened on its page.' : undefined),
}

/** What can be changed in the table, in the order of its columns. */
export const bulkColumns: readonly BulkColumn[] = [
  dayColumn('startsOn', 'First day'),
  dayColumn('endsOn', 'Last day'),
  numberColumn('credits', 'Credits', '1.5'),
  numberColumn('physicianLearners', 'Physicians', '120'),
  numberColumn('otherLearners', 'Other learners', '40'),
  choiceColumn('displayInPassport', 'In Passport', yesNo, (id) => id === 'true'),
  choiceColumn('fee', 'Fee', optionsOf<ParticipationFee>(participationFees), (id) => id),
  choiceColumn('registration', 'Registration', optionsOf<ActivityRegistration>(registrations), (id) => id),
  choiceColumn('commercialSupportReceived', 'Commercial support', yesNo, (id) => id === 'true'),
  statusColumn,
]
