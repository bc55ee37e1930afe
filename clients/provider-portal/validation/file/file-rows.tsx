import { ListFilter, Pencil } from 'lucide-react'
import { useLocation, useNavigate } from 'react-router'
import { graphql } from '../../../graphql'
import type { CheckedFileRowsQuery as RowsData } from '../../../graphql/graphql'
import { useLoadMore } from '../../../shared/graph/use-load-more'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { Badge } from '../../../shared/ui/badge'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { type Column, DataTable } from '../../../shared/ui/data-table'
import { EmptyState } from '../../../shared/ui/empty-state'
import { FilterLinks } from '../../../shared/ui/filter-links'
import { LoadMore } from '../../../shared/ui/load-more'
import { type AnswerFilter, paths } from '../../paths'
import { answerOf, inOneLine, verdicts } from '../answer'
import { learnerOfCells } from '../read-pasted'
import { describedBy, nameOf, stateOf } from '../typed-learner'
import { visiting } from '../visit'
import type { CheckedFileView } from './checked-file-page'

const CheckedFileRowsQuery = graphql(`
  query CheckedFileRows(
    $batchId: ID!
    $onlyProblems: Boolean
    $licenseDecision: MatchDecision
    $boardDecision: MatchDecision
    $after: String
  ) {
    validationBatch(batchId: $batchId) {
      batchId
      rows(
        first: 50
        after: $after
        onlyProblems: $onlyProblems
        licenseDecision: $licenseDecision
        boardDecision: $boardDecision
      ) {
        edges {
          cursor
          node {
            rowId
            rowNumber
            cells {
              column
              text
            }
            isValid
            issues {
              code
              severity
              column
              message
              fix
            }
            license {
              ...PartAnswer
            }
            board {
              ...PartAnswer
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

type FileRow = RowsData['validationBatch']['rows']['edges'][number]['node']

const learnerOf = ({ cells }: FileRow) => learnerOfCells(cells.map(({ column, text }) => [column, text]))

/** What was answered about a row, in the words of the form. */
function rowAnswer(row: FileRow) {
  const { licensingState, licenseOrNpi, board } = learnerOf(row)
  return answerOf(row, { licensingState: stateOf(licensingState), licenseOrNpi, board: board.toUpperCase() })
}

const columns: Column<FileRow>[] = [
  { id: 'number', header: 'Row', align: 'end', cell: ({ rowNumber }) => rowNumber },
  {
    id: 'learner',
    header: 'Learner as sent',
    isRowHeader: true,
    cell: (row) => (
      <>
        <strong>{nameOf(learnerOf(row))}</strong>
        <br />
        <span className="soft small">{describedBy(learnerOf(row))}</span>
      </>
    ),
  },
  {
    id: 'answer',
    header: 'Answer',
    oneLine: true,
    cell: (row) => {
      const { label, tone } = verdicts[rowAnswer(row).verdict]
      return <Badge tone={tone}>{label}</Badge>
    },
  },
  {
    id: 'message',
    header: 'What to know or do',
    grow: true,
    cell: (row) => <span className="small">{inOneLine(rowAnswer(row))}</span>,
  },
]

const filtersOf = ({ counts }: CheckedFileView): { label: string; count: number; filter: AnswerFilter }[] => [
  { label: 'All', count: counts.valid + counts.problems, filter: {} },
  { label: 'Problems', count: counts.problems, filter: { onlyProblems: true } },
  { label: 'Not sure', count: counts.license.ambiguous, filter: { licenseDecision: 'AMBIGUOUS' } },
  { label: 'Does not agree', count: counts.license.mismatch, filter: { licenseDecision: 'MISMATCH' } },
  { label: 'Not found', count: counts.license.notFound, filter: { licenseDecision: 'NOT_FOUND' } },
  { label: 'Board: not sure', count: counts.board.ambiguous, filter: { boardDecision: 'AMBIGUOUS' } },
  { label: 'Board: does not agree', count: counts.board.mismatch, filter: { boardDecision: 'MISMATCH' } },
  { label: 'Board: not found', count: counts.board.notFound, filter: { boardDecision: 'NOT_FOUND' } },
]

/** The rows of a checked file, filtered by their answer. */
export function FileRows({ batch }: { batch: CheckedFileView }) {
  const { rows } = useRouteQuery(CheckedFileRowsQuery).validationBatch
  const more = useLoadMore(CheckedFileRowsQuery)
  const { search } = useLocation()
  const navigate = useNavigate()
  const actions: Column<FileRow> = {
    id: 'actions',
    header: 'Actions',
    plain: true,
    align: 'end',
    cell: (row) =>
      !row.isValid && (
        <Button
          kind="quiet"
          size="s"
          aria-label={`Try row ${row.rowNumber} in the form`}
          onPress={() => {
            visiting.begin(learnerOf(row))
            void navigate(paths.validate())
          }}
        >
          <Pencil size={16} aria-hidden="true" /> Try in the form
        </Button>
      ),
  }
  return (
    <Card title="Rows" flush>
      <FilterLinks
        label="Rows by answer"
        options={filtersOf(batch)
          .filter(({ label, count }) => count > 0 || label === 'All')
          .map(({ filter, ...option }) => {
            const to = paths.validationFile(batch.batchId, filter)
            return { ...option, to, isCurrent: to === paths.validationFile(batch.batchId) + search }
          })}
      />
      <DataTable
        label="Rows"
        columns={[...columns, actions]}
        items={rows.edges.map(({ node }) => node)}
        keyOf={({ rowId }) => rowId}
        empty={
          <EmptyState icon={ListFilter} title="No row has that answer">
            Choose another answer above.
          </EmptyState>
        }
      />
      <LoadMore shown={rows.edges.length} noun="row" page={rows.pageInfo} more={more} />
    </Card>
  )
}
