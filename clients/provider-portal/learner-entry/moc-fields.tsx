import { creditTypes } from '../../shared/credit/words'
import { points } from '../../shared/format/numbers'
import { CheckLine, SwitchLine } from '../../shared/ui/checks'
import { Choices } from '../../shared/ui/choices'
import { type FieldIssue, TextLine } from '../../shared/ui/field'
import type { EntryField } from './entry-issues'
import { type EntryActivity, fullMoc, type MocDraft } from './learner-draft'

interface MocFieldsProps {
  registrations: EntryActivity['mocRegistrations']
  moc: MocDraft | undefined
  issues: Partial<Record<EntryField, FieldIssue>>
  onChange: (moc: MocDraft | undefined) => void
}

/** The part for a certifying board, offered only when the activity is registered with one. */
export function MocFields({ registrations, moc, issues, onChange }: MocFieldsProps) {
  const [first] = registrations
  if (!first) return null
  const registration = registrations.find(({ board }) => board.code === moc?.board) ?? first
  const { code, name } = registration.board
  const change = (part: Partial<MocDraft>) => moc && onChange({ ...moc, ...part })
  const setLine = (creditType: string, value: string | undefined) => {
    const { [creditType]: _, ...others } = moc?.lines ?? {}
    change({ lines: value === undefined ? others : { ...others, [creditType]: value } })
  }
  return (
    <fieldset className="stack entry-moc">
      <legend className="visually-hidden">Certifying board</legend>
      <SwitchLine selected={moc !== undefined} onChange={(on) => onChange(on ? fullMoc(first) : undefined)}>
        Also report MOC points
        <span className="soft"> – {registrations.map(({ board }) => board.name).join(', ')}</span>
      </SwitchLine>
      {moc && (
        <>
          {registrations.length > 1 && (
            <Choices
              label="Certifying board"
              options={registrations.map(({ board }) => ({ value: board.code, label: board.code }))}
              value={moc.board}
              onChange={(chosen) => {
                const other = registrations.find(({ board }) => board.code === chosen)
                if (other) onChange(fullMoc(other))
              }}
            />
          )}
          <div className="grid">
            <TextLine
              label={`${code} ID`}
              hint={`As ${name} issued it`}
              value={moc.boardId}
              onChange={(boardId) => change({ boardId })}
              optional={code === 'ABS'}
              issue={issues.boardId ?? issues.board}
            />
            <TextLine
              label={`${code} points`}
              hint={`At most ${points(registration.points, code)}, in steps of 0.25`}
              inputMode="decimal"
              value={moc.points}
              onChange={(value) => change({ points: value })}
              issue={issues.points}
            />
          </div>
          <div className="stack" data-gap="s">
            <span className="field-label">Credit types and their points; types may overlap</span>
            {registration.creditTypes.map((creditType) => (
              <div key={creditType} className="row entry-line" data-apart>
                <CheckLine
                  selected={creditType in moc.lines}
                  onChange={(on) => setLine(creditType, on ? moc.points : undefined)}
                >
                  {creditTypes[creditType] ?? creditType}
                </CheckLine>
                {creditType in moc.lines && (
                  <TextLine
                    label={`Points for ${creditTypes[creditType] ?? creditType}`}
                    inputMode="decimal"
                    value={moc.lines[creditType] ?? ''}
                    onChange={(value) => setLine(creditType, value)}
                  />
                )}
              </div>
            ))}
            {issues.lines && <p className={`field-error field-${issues.lines.tone}`}>{issues.lines.text}</p>}
          </div>
        </>
      )}
    </fieldset>
  )
}
