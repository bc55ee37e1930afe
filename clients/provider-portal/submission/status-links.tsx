import type { CreditStatus, SubmissionSumsQuery as SumsData } from '../../graphql/graphql'
import { FilterLinks } from '../../shared/ui/filter-links'
import type { useFilters } from '../activity/list/use-filters'

interface StatusLinksProps {
  filters: Pick<ReturnType<typeof useFilters>, 'get' | 'with'>
  /** Counted without the status that is chosen; undefined while they are being counted. */
  totals: Totals | undefined
  /** The links are there before the totals. */
  countsLater?: boolean
}

type Totals = Pick<SumsData['submissionTotals'], 'records' | 'accepted' | 'pending' | 'rejected'>

const statuses: readonly { label: string; status?: CreditStatus; of: keyof Totals }[] = [
  { label: 'All', of: 'records' },
  { label: 'Accepted', status: 'ACCEPTED', of: 'accepted' },
  { label: 'Waiting for a board', status: 'PENDING', of: 'pending' },
  { label: 'Rejected by a board', status: 'REJECTED', of: 'rejected' },
]

/** How many records a list of one status has, or of all. */
export const shownOf = (totals: Totals, chosen: string | undefined): number =>
  totals[statuses.find(({ status }) => status === chosen)?.of ?? 'records']

/** Records by where a part of them stands, with how many there are; a record with several parts can be in several. */
export function StatusLinks({ filters, totals, countsLater }: StatusLinksProps) {
  return (
    <FilterLinks
      label="Records by status"
      countsLater={countsLater}
      options={statuses.map(({ label, status, of }) => ({
        label,
        to: filters.with('status', status),
        isCurrent: filters.get('status') === status,
        count: totals?.[of],
      }))}
    />
  )
}
