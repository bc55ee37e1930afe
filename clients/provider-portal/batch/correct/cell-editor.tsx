import { Button } from '../../../shared/ui/button'
import { TextLine } from '../../../shared/ui/field'
import type { RowToCorrectView } from './correct-rows'
import { textOf } from './corrections'

interface CellEditorProps {
  row: RowToCorrectView
  cellKey: string
  text: string
  onChange: (text: string) => void
  onSame: (text: string) => void
}

/** A cell to change, with what is wrong with it and what it may have been meant to say. */
export function CellEditor({ row, cellKey, text, onChange, onSame }: CellEditorProps) {
  const issue = row.issues.find(({ key }) => key === cellKey)
  const proposal = row.proposals.find(({ key }) => key === cellKey)
  const before = textOf(row, cellKey)
  const label = row.cells.find(({ key }) => key === cellKey)?.column ?? cellKey
  const isChanged = text !== before
  const words = issue && [issue.message, issue.fix].filter(Boolean).join(' ')
  return (
    <div className="correct-cell" data-off={issue ? 'true' : undefined}>
      <TextLine
        label={label}
        optional
        when={isChanged ? `it said ${before ? `“${before}”` : 'nothing'}` : ''}
        value={text}
        onChange={onChange}
        maxLength={1_500}
        issue={
          words && !isChanged ? { tone: issue.severity === 'ERROR' ? 'error' : 'warning', text: words } : undefined
        }
        hint={isChanged ? words : undefined}
      />
      {proposal && text !== proposal.text && (
        <div className="row">
          <Button
            kind="secondary"
            size="s"
            onPress={() => onChange(proposal.text)}
            aria-label={`${wordsOf(proposal.text)} in row ${row.rowNumber}`}
            data-proposal
          >
            {wordsOf(proposal.text)}
          </Button>
          <span className="soft small">{proposal.because}</span>
        </div>
      )}
      {issue && isChanged && (
        <div>
          <Button kind="quiet" size="s" onPress={() => onSame(text)}>
            {before ? `Same in every row that says “${before}”` : 'Same in every row where it is blank'}
          </Button>
        </div>
      )}
    </div>
  )
}

const wordsOf = (text: string) => (text ? `Use ${text}` : 'Leave it blank')
