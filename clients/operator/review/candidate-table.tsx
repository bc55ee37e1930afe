import { fullName } from '../../shared/credit/words'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { Compared } from '../compare/compared'
import { closestFirst, type FieldRow, fieldRows } from './field-rows'
import './review.css'
import type { Candidate, ReviewView } from './review-page'
import { fieldWords, levelWord } from './review-words'
import { signedBits } from './waterfall-bars'

/** At most so many more values of one field are listed of a candidate. */
const maxOthers = 3

interface CandidateTableProps {
  review: ReviewView
  /** Those of the candidates that are shown, with the number by which each is picked. */
  shown: readonly { candidate: Candidate; number: number }[]
}

/** What was given beside what is on file of each candidate, field by field. */
export function CandidateTable({ review, shown }: CandidateTableProps) {
  const rows = fieldRows(review.claim, review.match.candidates)
  const columns: Column<FieldRow>[] = [
    {
      id: 'field',
      header: 'Field',
      isRowHeader: true,
      oneLine: true,
      cell: ({ field }) => <strong>{fieldWords[field]}</strong>,
    },
    { id: 'given', header: 'As given', cell: ({ given }) => given ?? <span className="soft">not given</span> },
    ...shown.map(
      ({ candidate, number }): Column<FieldRow> => ({
        id: candidate.learnerId,
        header: `${number} ${nameOf(candidate)}`,
        cell: (row) => <OnFile row={row} candidate={candidate} />,
      }),
    ),
  ]
  return <DataTable label="Side by side" columns={columns} items={rows} keyOf={({ field }) => field} empty={null} />
}

/** What a candidate is called. */
export const nameOf = ({ learner, learnerId }: Candidate) => (learner ? fullName(learner) : learnerId)

function OnFile({ row: { field, asOnFile }, candidate }: { row: FieldRow; candidate: Candidate }) {
  const evidence = candidate.fields.find((each) => each.field === field)
  if (!evidence) return <span className="soft">nothing on file</span>
  const [closest, ...others] = closestFirst(evidence.onFile, asOnFile)
  return (
    <>
      <ul>
        {closest && (
          <li>
            <Compared text={closest} other={asOnFile} />
          </li>
        )}
        {others.slice(0, maxOthers).map((value) => (
          <li key={value} className="soft">
            {value}
          </li>
        ))}
        {others.length > maxOthers && <li className="soft small">and {others.length - maxOthers} more</li>}
      </ul>
      {evidence.level ? (
        <span className="evidence" data-against={evidence.bits < 0 || undefined}>
          {levelWord(evidence.level)} <span className="number">{signedBits(evidence.bits)}</span>
        </span>
      ) : (
        closest && <span className="soft small">not compared</span>
      )}
    </>
  )
}
