import { creditTypes } from '../../shared/credit/words'
import { points } from '../../shared/format/numbers'
import { CheckLine, SwitchLine } from '../../shared/ui/checks'
import { type FieldIssue, TextLine } from '../../shared/ui/field'
import { type EntryField, type EntryIssue, issuesByField } from './entry-issues'
import { boardsOf, type EntryActivity, fullMoc, type LearnerDraft, type MocDraft } from './learner-draft'

type Registration = EntryActivity['mocRegistrations'][number]

interface MocFieldsProps {
  activity: EntryActivity | undefined
  draft: LearnerDraft
  issues: readonly EntryIssue[]
  onChange: (part: Pick<LearnerDraft, 'moc'>) => void
}

/** A section for each certifying board that the activity is registered with; each is reported to or not. */
export function MocFields({ activity, draft, issues, onChange }: MocFieldsProps) {
  const [first] = boardsOf(draft, activity)
  const change = (code: string, part: MocDraft | undefined) => {
    const { [code]: _, ...others } = draft.moc
    onChange({ moc: part ? { ...others, [code]: part } : others })
  }
  return activity?.mocRegistrations.map((registration) => {
    const { code } = registration.board
    return (
      <BoardFields
        key={code}
        registration={registration}
        moc={draft.moc[code]}
        issues={issuesByField(issues, code === first?.[0] ? undefined : code)}
        onChange={(part) => change(code, part)}
      />
    )
  })
}

interface BoardFieldsProps {
  registration: Registration
  moc: MocDraft | undefined
  issues: Partial<Record<EntryField, FieldIssue>>
  onChange: (moc: MocDraft | undefined) => void
}

function BoardFields({ registration, moc, issues, onChange }: BoardFieldsProps) {
  const { code, name, needsBoardId, reportHint } = registration.board
  const change = (part: Partial<MocDraft>) => moc && onChange({ ...moc, ...part })
  const setLine = (creditType: string, value: string | undefined) => {
    const { [creditType]: _, ...others } = moc?.lines ?? {}
    change({ lines: value === undefined ? others : { ...others, [creditType]: value } })
  }
  return (
    <fieldset className="stack entry-moc">
      <legend className="visually-hidden">{name}</legend>
      <SwitchLine selected={moc !== undefined} onChange={(on) => onChange(on ? fullMoc(registration) : undefined)}>
        Also report {code} points
        <span className="soft"> – {name}</span>
      </SwitchLine>
      {moc && (
        <>
          {reportHint && <p className="soft small">{reportHint}</p>}
          <div className="grid">
            <TextLine
              label={`${code} ID`}
              hint={`As ${name} issued it`}
              value={moc.boardId}
              onChange={(boardId) => change({ boardId })}
              optional={!needsBoardId}
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
                    label={`${code} points for ${creditTypes[creditType] ?? creditType}`}
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
