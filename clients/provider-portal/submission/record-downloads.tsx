import { Download } from 'lucide-react'
import { addresses } from '../../shared/app/addresses'
import { plural } from '../../shared/format/numbers'
import type { Problem } from '../../shared/graph/problem'
import { AddressLink } from '../../shared/ui/button'
import { SupportNumber } from '../../shared/ui/support-number'
import '../activity/list/activity-filters.css'

interface RecordDownloadsProps {
  /** Undefined while they are being counted. */
  records: number | undefined
  /** What stopped the counting. */
  problem?: Problem
  /** The filter as the address has it. */
  search: URLSearchParams
}

/** How many records the filter finds, and all of them as a file. */
export function RecordDownloads({ records, problem, search }: RecordDownloadsProps) {
  return (
    <div className="list-actions row" data-apart>
      <p role="status" className="number">
        {records !== undefined && plural(records, 'record')}
        {problem && (
          <>
            {' '}
            Not everything could be counted. {problem.message} <SupportNumber problem={problem} />
          </>
        )}
      </p>
      {records !== 0 && (
        <div className="row">
          <AddressLink kind="secondary" size="s" href={addresses.records('xlsx', search)} download>
            <Download size={14} aria-hidden="true" /> Excel
          </AddressLink>
          <AddressLink kind="secondary" size="s" href={addresses.records('csv', search)} download>
            <Download size={14} aria-hidden="true" /> CSV
          </AddressLink>
        </div>
      )}
    </div>
  )
}
