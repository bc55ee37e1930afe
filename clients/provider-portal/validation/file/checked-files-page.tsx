import { ArrowLeft, FileSpreadsheet } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../../graphql'
import type { CheckedFilesQuery as FilesData } from '../../../graphql/graphql'
import { day, instant } from '../../../shared/format/days'
import { count } from '../../../shared/format/numbers'
import { useLoadMore } from '../../../shared/graph/use-load-more'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { Badge } from '../../../shared/ui/badge'
import { ButtonLink } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { type Column, DataTable } from '../../../shared/ui/data-table'
import { EmptyState } from '../../../shared/ui/empty-state'
import { LoadMore } from '../../../shared/ui/load-more'
import { Page } from '../../../shared/ui/page'
import { sentBefore } from '../../batch/batch-words'
import { paths } from '../../paths'
import { fileStates } from './file-words'

const CheckedFilesQuery = graphql(`
  query CheckedFiles($after: String) {
    validationBatches(first: 25, after: $after) {
      edges {
        cursor
        node {
          batchId
          fileName
          state
          totalRows
          createdAt
          keptUntil
          duplicateOf {
            batchId
          }
          counts {
            valid
            problems
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type FileLine = FilesData['validationBatches']['edges'][number]['node']

const columns: Column<FileLine>[] = [
  {
    id: 'name',
    header: 'File',
    isRowHeader: true,
    grow: true,
    cell: ({ batchId, fileName }) => <Link to={paths.validationFile(batchId)}>{fileName ?? 'A file'}</Link>,
  },
  { id: 'sent', header: 'Sent', oneLine: true, cell: ({ createdAt }) => instant(createdAt) },
  {
    id: 'state',
    header: 'State',
    cell: ({ state, duplicateOf }) => {
      const { label, tone } = duplicateOf ? sentBefore : fileStates[state]
      return <Badge tone={tone}>{label}</Badge>
    },
  },
  { id: 'rows', header: 'Rows', align: 'end', cell: ({ totalRows }) => (totalRows ? count(totalRows) : '–') },
  { id: 'matched', header: 'Matched', align: 'end', cell: ({ counts }) => count(counts.valid) },
  {
    id: 'problems',
    header: 'Problems',
    align: 'end',
    cell: ({ batchId, counts }) =>
      counts.problems > 0 ? (
        <Link to={paths.validationFile(batchId, { onlyProblems: true })}>{count(counts.problems)}</Link>
      ) : (
        '0'
      ),
  },
  {
    id: 'kept',
    header: 'Deleted on',
    oneLine: true,
    cell: ({ keptUntil }) => (keptUntil ? day(keptUntil.slice(0, 10)) : '–'),
  },
]

/** Every file of learners that was checked and is not deleted yet, the newest first. */
export function CheckedFilesPage() {
  const { validationBatches } = useRouteQuery(CheckedFilesQuery)
  const more = useLoadMore(CheckedFilesQuery)
  const start = <ButtonLink to={paths.validateFile}>Check a file</ButtonLink>
  return (
    <Page
      title="Checked files"
      lead="Files of learners with their answers. Each is deleted 30 days after its end."
      actions={start}
      above={
        <Link to={paths.validate()}>
          <ArrowLeft size={14} aria-hidden="true" /> Validate learners
        </Link>
      }
    >
      <Card flush>
        <DataTable
          label="Files"
          columns={columns}
          items={validationBatches.edges.map(({ node }) => node)}
          keyOf={({ batchId }) => batchId}
          empty={
            <EmptyState icon={FileSpreadsheet} title="No file was checked yet" actions={start}>
              Send the learners you have in a spreadsheet, and each row gets its answer.
            </EmptyState>
          }
        />
        {validationBatches.edges.length > 0 && (
          <LoadMore shown={validationBatches.edges.length} noun="file" page={validationBatches.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}
