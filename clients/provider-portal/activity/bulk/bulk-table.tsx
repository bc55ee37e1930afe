import { CircleAlert, CircleCheck, Save, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useBlocker } from 'react-router'
import type { BulkActivityFragment } from '../../../graphql/graphql'
import { plural } from '../../../shared/format/numbers'
import { Button, ReasonedButton } from '../../../shared/ui/button'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog'
import { type CellEdit, EditTable } from '../../../shared/ui/edit-table/edit-table'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { paths } from '../../paths'
import { bulkColumns } from './bulk-columns'
import { type CellIssues, countOf, type Edits, edited, itemsOf } from './bulk-edits'
import './bulk-table.css'
import { type RowResult, useBulkSave } from './use-bulk-save'

/** Activities as a table in which cells are changed; one save for all, with what became of each. */
export function BulkTable({ activities }: { activities: readonly BulkActivityFragment[] }) {
  const [edits, setEdits] = useState<Edits>({})
  const [past, setPast] = useState<readonly Edits[]>([])
  const [unread, setUnread] = useState<CellIssues>({})
  const bulk = useBulkSave((saved) => {
    const ids = new Set(saved.map(({ activityId }) => activityId))
    setEdits((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !ids.has(id))))
    setPast([])
  })
  const { cells, activities: changed } = countOf(edits)
  const leaving = useBlocker(cells > 0)

  const edit = (typed: readonly CellEdit[]) => {
    setPast((before) => [...before, edits])
    setEdits(edited(edits, typed, activities))
    setUnread({})
    bulk.forget(typed.map(({ rowKey }) => rowKey))
  }
  const takeBack = () => {
    setEdits(past.at(-1) ?? edits)
    setPast(past.slice(0, -1))
  }
  const save = async () => {
    const { items, issues } = itemsOf(edits, activities)
    setUnread(issues)
    if (items.length > 0) await bulk.save(items)
  }
  const reason = cells === 0 ? 'Nothing is changed yet.' : undefined
  return (
    <div className="stack">
      <div className="bulk-bar row" data-apart>
        <ReasonedButton id="save-bulk" reason={reason} isPending={bulk.pending} onPress={save}>
          <Save size={16} aria-hidden="true" />
          {cells > 0 ? `Save ${plural(cells, 'change')} in ${plural(changed, 'activity', 'activities')}` : 'Save'}
        </ReasonedButton>
        <div className="row">
          <Button kind="secondary" isDisabled={past.length === 0} onPress={takeBack}>
            <Undo2 size={16} aria-hidden="true" /> Take back
          </Button>
          {bulk.undoable > 0 && (
            <Button kind="secondary" isPending={bulk.pending} onPress={bulk.undo}>
              <Undo2 size={16} aria-hidden="true" /> Undo the save of {plural(bulk.undoable, 'activity', 'activities')}
            </Button>
          )}
        </div>
      </div>
      <ProblemNotice problem={bulk.problem} />
      <BulkSummary results={bulk.results} undone={bulk.undone} unread={Object.keys(unread).length} />
      <EditTable
        label="Activities to change"
        columns={bulkColumns.map((column) => ({
          ...column,
          text: (activity: BulkActivityFragment) => edits[activity.activityId]?.[column.id] ?? column.text(activity),
        }))}
        rows={activities}
        keyOf={({ activityId }) => activityId}
        head={{
          header: 'Activity',
          cell: (activity) => <RowHead activity={activity} result={bulk.results[activity.activityId]} />,
        }}
        stateOf={({ activityId }, columnId) => ({
          changed: edits[activityId]?.[columnId] !== undefined,
          issue: unread[activityId]?.[columnId] ?? bulk.results[activityId]?.cells[columnId],
        })}
        onEdit={edit}
        onUndo={takeBack}
      />
      <ConfirmDialog
        title="Leave without saving?"
        confirm="Leave"
        cancel="Stay"
        danger
        isOpen={leaving.state === 'blocked'}
        onOpenChange={(open) => !open && leaving.reset?.()}
        onConfirm={() => leaving.proceed?.()}
      >
        <p>{plural(cells, 'change')} would be lost.</p>
      </ConfirmDialog>
    </div>
  )
}

function RowHead({ activity, result }: { activity: BulkActivityFragment; result: RowResult | undefined }) {
  return (
    <>
      <Link to={paths.activity(activity.activityId)} tabIndex={-1}>
        {activity.title}
      </Link>
      <span className="soft small number bulk-id">{activity.providerActivityId ?? activity.activityId}</span>
      {result?.saved && (
        <span className="bulk-saved">
          <CircleCheck size={14} aria-hidden="true" /> Saved
        </span>
      )}
      {result && !result.saved && result.words.length > 0 && (
        <span className="field-error">
          <CircleAlert size={14} aria-hidden="true" /> {result.words.join(' ')}
        </span>
      )}
    </>
  )
}

interface BulkSummaryProps {
  results: Readonly<Record<string, RowResult>>
  undone: number
  unread: number
}

/** How the last save or its undoing went, in a sentence that is read out. */
function BulkSummary({ results, undone, unread }: BulkSummaryProps) {
  const all = Object.values(results)
  const saved = all.filter((result) => result.saved).length
  const left = all.length - saved + unread
  const sentences = [
    undone > 0 && `${plural(undone, 'activity is', 'activities are')} as before the save.`,
    saved > 0 && `${plural(saved, 'activity', 'activities')} saved.`,
    left > 0 && `${plural(left, 'activity', 'activities')} not saved: see the marked cells.`,
  ]
  return (
    <p role="status" className="bulk-summary">
      {sentences.filter(Boolean).join(' ')}
    </p>
  )
}
