import type { CreditRequestLineFragment } from '../../graphql/graphql'
import { PointsLines } from '../credit/claimed-points'
import { day } from '../format/days'
import { credits } from '../format/numbers'
import type { Column } from '../ui/data-table'

/** What requests ask for, in lists of them. */
export const askedColumns: Column<CreditRequestLineFragment>[] = [
  { id: 'completed', header: 'Completed', oneLine: true, cell: ({ completedOn }) => day(completedOn) },
  {
    id: 'credits',
    header: 'Asked for',
    oneLine: true,
    cell: (request) => (
      <>
        {credits(request.credits)}
        <PointsLines claimed={request.points} />
      </>
    ),
  },
]
