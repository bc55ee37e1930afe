import { Download, ListChecks, Pencil, RotateCw, Trash2, UserPlus, X } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { today } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { Badge } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { writeCells } from '../../shared/ui/edit-table/clipboard'
import { EmptyState } from '../../shared/ui/empty-state'
import { FilterLinks } from '../../shared/ui/filter-links'
import { LoadMore } from '../../shared/ui/load-more'
import { download, toCsv } from '../activity/list/csv'
import { paths } from '../paths'
import { inOneLine, type Verdict, verdicts } from './answer'
import { checkedColumns } from './checked-columns'
import { describedBy, nameOf } from './typed-learner'
import { type Checked, visiting } from './visit'

interface CheckedListProps {
  checked: readonly Checked[]
  onCorrect: (checked: Checked) => void
  onReport: (checked: Checked) => void
  onAgain: (checked: readonly Checked[]) => void
}

const pageSize = 50

/** The learners who were checked in this visit, with what was said of each. */
export const CheckedList = memo(function CheckedList({ checked, onCorrect, onReport, onAgain }: CheckedListProps) {
  const [search] = useSearchParams()
  const [size, setSize] = useState(pageSize)
  const filter = search.get('show')
  const shown = checked.filter(filters.find(({ show }) => show === filter)?.holds ?? (() => true))
  const failures = checked.filter(({ answer }) => answer?.verdict === 'FAILED')
  const table = useMemo(() => tableOf(checked), [checked])
  return (
    <Card
      title="Checked in this visit"
      note="Kept in the memory of this page alone: it ends when you reload or leave the portal."
      actions={
        checked.length > 0 && (
          <>
            <CopyButton text={table} what="as a table" />
            <Button kind="secondary" size="s" onPress={() => download(`learners-${today()}.csv`, csvOf(checked))}>
              <Download size={16} aria-hidden="true" /> Download as CSV
            </Button>
            <Button kind="quiet" size="s" onPress={visiting.forget}>
              <Trash2 size={16} aria-hidden="true" /> Clear the list
            </Button>
          </>
        )
      }
      flush
    >
      {failures.length > 0 && (
        <div className="checked-again">
          <Button kind="secondary" size="s" onPress={() => onAgain(failures)}>
            <RotateCw size={16} aria-hidden="true" /> Check {count(failures.length)} again
          </Button>
        </div>
      )}
      {checked.length > 0 && (
        <FilterLinks
          label="Learners by answer"
          options={filters
            .map((each) => ({ ...each, count: checked.filter(each.holds).length }))
            .filter((each) => each.count > 0 || !each.show)
            .map(({ show, label, count: found }) => ({
              label,
              count: found,
              to: paths.validate(show),
              isCurrent: (show ?? null) === filter,
            }))}
        />
      )}
      <DataTable
        label="Checked learners"
        columns={[...columns, actionsOf(onCorrect, onReport)]}
        items={shown.slice(0, size)}
        keyOf={({ checkedId }) => String(checkedId)}
        empty={
          checked.length > 0 ? (
            <EmptyState icon={ListChecks} title="Nobody here">
              Choose another answer above.
            </EmptyState>
          ) : (
            <EmptyState icon={ListChecks} title="Nobody was checked yet">
              Press Enter after a learner, or copy rows in a spreadsheet and paste them anywhere on this page: first
              name, last name, birthday, state, number.
            </EmptyState>
          )
        }
      />
      {shown.length > 0 && (
        <LoadMore
          shown={Math.min(size, shown.length)}
          noun="learner"
          page={{ hasNextPage: shown.length > size }}
          more={{ loadMore: async () => setSize(size + pageSize), pending: false }}
        />
      )}
    </Card>
  )
})

const isOf = (verdict: Verdict) => (checked: Checked) => checked.answer?.verdict === verdict

const filters: { show?: string; label: string; holds: (checked: Checked) => boolean }[] = [
  { label: 'All', holds: () => true },
  {
    show: 'PROBLEMS',
    label: 'Problems',
    holds: ({ answer }) => answer !== undefined && answer.verdict !== 'MATCHED',
  },
  ...Object.entries(verdicts).map(([verdict, { label }]) => ({
    show: verdict,
    label,
    holds: isOf(verdict as Verdict),
  })),
]

const columns: Column<Checked>[] = [
  {
    id: 'learner',
    header: 'Learner',
    isRowHeader: true,
    cell: ({ learner }) => (
      <>
        <strong>{nameOf(learner)}</strong>
        <br />
        <span className="soft small">{describedBy(learner)}</span>
      </>
    ),
  },
  {
    id: 'answer',
    header: 'Answer',
    oneLine: true,
    cell: ({ answer }) =>
      answer ? (
        <Badge tone={verdicts[answer.verdict].tone}>{verdicts[answer.verdict].label}</Badge>
      ) : (
        <span className="soft">Checking…</span>
      ),
  },
  {
    id: 'message',
    header: 'What to know or do',
    grow: true,
    cell: ({ answer }) => answer && <span className="small">{inOneLine(answer)}</span>,
  },
]

const actionsOf = (
  onCorrect: CheckedListProps['onCorrect'],
  onReport: CheckedListProps['onReport'],
): Column<Checked> => ({
  id: 'actions',
  header: 'Actions',
  plain: true,
  align: 'end',
  cell: (checked) => (
    <div className="row checked-actions">
      {checked.answer?.verdict === 'MATCHED' ? (
        <Button
          kind="quiet"
          size="s"
          aria-label={`Report credit for ${nameOf(checked.learner)}`}
          onPress={() => onReport(checked)}
        >
          <UserPlus size={16} aria-hidden="true" /> Report
        </Button>
      ) : (
        <Button
          kind="quiet"
          size="s"
          aria-label={`Correct ${nameOf(checked.learner)}`}
          onPress={() => onCorrect(checked)}
        >
          <Pencil size={16} aria-hidden="true" /> Correct
        </Button>
      )}
      <Button
        kind="quiet"
        size="s"
        aria-label={`Remove ${nameOf(checked.learner)}`}
        onPress={() => visiting.remove(checked.checkedId)}
      >
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  ),
})

const csvOf = (checked: readonly Checked[]) => toCsv(checkedColumns, checked)

const tableOf = (checked: readonly Checked[]) =>
  writeCells([
    checkedColumns.map(({ header }) => header),
    ...checked.map((each) => checkedColumns.map(({ text }) => String(text(each) ?? ''))),
  ])
