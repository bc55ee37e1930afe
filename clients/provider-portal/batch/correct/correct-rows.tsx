import { useRef } from 'react'
import { graphql } from '../../../graphql'
import type { RowsToCorrectQuery as RowsData } from '../../../graphql/graphql'
import { plural } from '../../../shared/format/numbers'
import { useLoadMore } from '../../../shared/graph/use-load-more'
import { useRouteQuery } from '../../../shared/graph/use-route-query'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { LoadMore } from '../../../shared/ui/load-more'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { withCell } from './corrections'
import { RowEditor } from './row-editor'
import { useCorrectKeys } from './use-correct-keys'
import { useCorrections } from './use-corrections'
import { useResend } from './use-resend'
import { useSameEverywhere } from './use-same-everywhere'
import './correct.css'

const RowsToCorrectQuery = graphql(`
  query RowsToCorrect($batchId: ID!, $code: String, $column: String, $after: String) {
    batch(batchId: $batchId) {
      batchId
      rowsToCorrect(first: 50, after: $after, code: $code, column: $column) {
        edges {
          cursor
          node {
            rowToCorrectId
            rowNumber
            isCorrectable
            wasResent
            cells {
              key
              column
              text
            }
            issues {
              code
              severity
              column
              message
              fix
              key
            }
            proposals {
              code
              key
              text
              because
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

export type RowToCorrectView = RowsData['batch']['rowsToCorrect']['edges'][number]['node']

/** Rows to correct, each with its cells to change; what was changed is sent together. */
export function CorrectRows({ batchId, reason }: { batchId: string; reason: string | undefined }) {
  const { rowsToCorrect } = useRouteQuery(RowsToCorrectQuery).batch
  const more = useLoadMore(RowsToCorrectQuery)
  const store = useCorrections(batchId)
  const resend = useResend(batchId, store)
  const same = useSameEverywhere(RowsToCorrectQuery, store)
  const list = useRef<HTMLUListElement>(null)
  const rows = rowsToCorrect.edges.map((edge) => edge.node)
  useCorrectKeys(list, rows.length > 0)
  const { corrections, change } = store
  const changed = Object.keys(corrections.rows).length
  const open = rows.flatMap((row) =>
    row.proposals
      .filter(({ key }) => corrections.rows[row.rowNumber]?.[key] === undefined)
      .map((proposal) => ({ row, proposal })),
  )
  const takeAll = () =>
    change((all) => open.reduce((so, { row, proposal }) => withCell(so, row, proposal.key, proposal.text), all))
  return (
    <Card
      title={reason ?? 'All reasons'}
      note="Enter goes to the next row. Alt+Enter uses what is proposed and goes to the next row."
      actions={
        open.length > 0 && (
          <Button kind="secondary" onPress={takeAll}>
            Use {open.length === 1 ? 'the proposal' : `all ${open.length} proposals`} shown
          </Button>
        )
      }
      flush
    >
      <ul className="correct-rows" ref={list}>
        {rows.map((row) => (
          <RowEditor key={row.rowToCorrectId} row={row} store={store} onSame={same.write} />
        ))}
      </ul>
      <LoadMore shown={rows.length} noun="row" page={rowsToCorrect.pageInfo} more={more} />
      <div className="correct-bar">
        <ProblemNotice problem={resend.problem ?? same.problem} />
        <div className="row" data-apart>
          <p role="status" className="soft">
            {changed > 0
              ? `${plural(changed, 'row')} to send. What you change is kept on this device until it is sent.`
              : 'Change a row to send it again.'}
          </p>
          <Button isDisabled={changed === 0} isPending={resend.pending} onPress={() => void resend.send()}>
            {resend.pending ? 'Sending…' : changed > 0 ? `Send ${plural(changed, 'row')} again` : 'Send again'}
          </Button>
        </div>
      </div>
    </Card>
  )
}
