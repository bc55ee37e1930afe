import { X } from 'lucide-react'
import type { CompletionSource } from '../../graphql/graphql'
import { sources } from '../../shared/credit/words'
import { count } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import { DayField } from '../../shared/ui/day-field'
import { SearchLine } from '../../shared/ui/field'
import { SelectField } from '../../shared/ui/select-field'
import '../activity/list/activity-filters.css'
import type { useFilters } from '../activity/list/use-filters'
import type { SubmissionSums } from './use-submission-sums'

interface SubmissionFiltersProps {
  filters: ReturnType<typeof useFilters>
  /** Activities, with how many records each has under the other filters once that is counted. */
  byActivity: SubmissionSums['byActivity']
}

const any = 'ANY'

const standings = [
  { id: 'OVERDUE', label: 'Waiting longer than 24 hours' },
  { id: 'REJECTED', label: 'Rejected and not sent again' },
  { id: 'WAITING', label: 'Waiting' },
]
const sourceOptions = (Object.keys(sources) as CompletionSource[]).map((id) => ({ id, label: sources[id] }))

/** What narrows the list of records; everything stands in the address. */
export function SubmissionFilters({ filters, byActivity }: SubmissionFiltersProps) {
  const { get, set, isEmpty, clear } = filters
  const selects = [
    {
      name: 'activityId',
      label: 'Activity',
      options: activityOptions(byActivity, get('activityId')),
    },
    { name: 'standing', label: 'Boards', options: standings },
    { name: 'source', label: 'Came in by', options: sourceOptions },
  ]
  return (
    <div className="stack" data-gap="s">
      <SearchLine
        key={isEmpty ? 'empty' : 'filled'}
        label="Search records"
        placeholder="Last name, activity or credit ID"
        value={get('text') ?? ''}
        onSearch={(text) => set('text', text)}
      />
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
        <DayField
          label="Completed from"
          optional
          value={get('completedFrom')}
          max={get('completedTo')}
          onChange={(chosen) => set('completedFrom', chosen)}
        />
        <DayField
          label="Completed to"
          optional
          value={get('completedTo')}
          min={get('completedFrom')}
          onChange={(chosen) => set('completedTo', chosen)}
        />
        {!isEmpty && (
          <Button kind="quiet" onPress={clear}>
            <X size={16} aria-hidden="true" /> Clear all
          </Button>
        )}
      </div>
      {get('batchId') && <p className="soft small">Only what one batch recorded or corrected.</p>}
    </div>
  )
}

const shownAtOnce = 50

/** The activities with most records; the chosen one is there whatever it has. */
function activityOptions(byActivity: SubmissionFiltersProps['byActivity'], chosen: string | undefined) {
  const options = byActivity.slice(0, shownAtOnce).map(({ activity, records }) => ({
    id: activity.activityId,
    label: records === undefined ? activity.title : `${activity.title} (${count(records)})`,
  }))
  if (!chosen || options.some(({ id }) => id === chosen)) return options
  return [...options, { id: chosen, label: chosen }]
}
