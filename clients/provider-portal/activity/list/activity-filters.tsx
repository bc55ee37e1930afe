import { X } from 'lucide-react'
import type { ActivityFormat, ActivitySort, ActivityStatus } from '../../../graphql/graphql'
import { activityFormats } from '../../../shared/credit/words'
import { today } from '../../../shared/format/days'
import { Button } from '../../../shared/ui/button'
import { Choices } from '../../../shared/ui/choices'
import { SearchLine } from '../../../shared/ui/field'
import { SelectField } from '../../../shared/ui/select-field'
import './activity-filters.css'
import { attentions, attentionWords } from './attention-words'
import type { useFilters } from './use-filters'

const any = 'ANY'

const statuses: readonly { value: ActivityStatus | typeof any; label: string }[] = [
  { value: any, label: 'All' },
  { value: 'DRAFT', label: 'Draft' },
  { value: 'ACTIVE', label: 'Active' },
  { value: 'CLOSED', label: 'Closed' },
]

const sorts: { id: ActivitySort; label: string }[] = [
  { id: 'STARTS_DESC', label: 'Newest start first' },
  { id: 'STARTS_ASC', label: 'Oldest start first' },
  { id: 'CHANGED_DESC', label: 'Changed last' },
  { id: 'TITLE_ASC', label: 'Title' },
  { id: 'CREDITS_DESC', label: 'Most credits' },
]

const year = Number(today().slice(0, 4))
const years = [year + 1, year, year - 1, year - 2, year - 3].map((each) => ({ id: String(each), label: String(each) }))
const formats = (Object.keys(activityFormats) as ActivityFormat[]).map((id) => ({ id, label: activityFormats[id] }))

/** The filters that are chosen from a list, by their name in the address. */
const selects = [
  {
    name: 'attention',
    label: 'Needs attention',
    options: attentions.map((id) => ({ id, label: attentionWords[id].label })),
  },
  { name: 'formats', label: 'Format', options: formats },
  { name: 'year', label: 'Year', options: years },
  {
    name: 'displayInPassport',
    label: 'In Passport',
    options: [
      { id: 'true', label: 'Displayed' },
      { id: 'false', label: 'Not displayed' },
    ],
  },
]

/** What narrows and orders the list; everything stands in the address. */
export function ActivityFilters({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const { get, set, isEmpty, clear } = filters
  const status = statuses.find(({ value }) => value === get('status'))?.value ?? any
  return (
    <div className="stack" data-gap="s">
      <div className="row" data-apart>
        <SearchLine
          key={isEmpty ? 'empty' : 'filled'}
          label="Search activities"
          placeholder="Title, activity ID or your own ID"
          value={get('search') ?? ''}
          onSearch={(text) => set('search', text)}
        />
        <Choices
          label="Status"
          options={statuses}
          value={status}
          onChange={(value) => set('status', value === any ? undefined : value)}
        />
      </div>
      <div className="activity-filters">
        {selects.map(({ name, label, options }) => (
          <SelectField
            key={name}
            label={label}
            options={[{ id: any, label: 'Any' }, ...options]}
            value={get(name) ?? any}
            onChange={(id) => set(name, id === any ? undefined : id)}
          />
        ))}
        <SelectField
          label="Order"
          options={sorts}
          value={(get('sort') as ActivitySort | undefined) ?? 'STARTS_DESC'}
          onChange={(id) => set('sort', id === 'STARTS_DESC' ? undefined : id)}
        />
        {!isEmpty && (
          <Button kind="quiet" onPress={clear}>
            <X size={16} aria-hidden="true" /> Clear all
          </Button>
        )}
      </div>
    </div>
  )
}
