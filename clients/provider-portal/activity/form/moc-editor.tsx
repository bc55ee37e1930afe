import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../../../shared/ui/button'
import { FieldSet, SomeOf } from '../../../shared/ui/choice-field'
import { ComboField } from '../../../shared/ui/combo-field'
import { DayField } from '../../../shared/ui/day-field'
import { type FieldIssue, TextLine } from '../../../shared/ui/field'
import { NumberLine } from '../../../shared/ui/number-line'
import { SelectField } from '../../../shared/ui/select-field'
import type { EditorProps } from './editor'
import type { ActivityFormDescription } from './form-description'
import type { FormRegistration } from './form-values'
import { LineList } from './line-list'
import './moc-editor.css'

type MocBoard = ActivityFormDescription['boards'][number]

const pointsHelp: Record<string, string> = {
  EQUAL: 'As many as the activity has credits',
  USUALLY_EQUAL: 'As many as the activity has credits, or fewer',
  AT_MOST: 'At most as many as the activity has credits; fewer when only some sessions count',
}

interface MocEditorProps extends Pick<EditorProps, 'frame' | 'values' | 'onChange' | 'issueAt'> {
  form: Pick<ActivityFormDescription, 'boards' | 'attestations' | 'outlineKinds'>
}

/** The registrations for certifying boards, each with what its board asks for. */
export function MocEditor({ frame, form, values, onChange, issueAt }: MocEditorProps) {
  const { boards, attestations, outlineKinds } = form
  const registrations = values.mocRegistrations
  // The same list as long as the boards are the same, so that what is typed into the box is not begun anew.
  const registered = registrations.map(({ boardCode }) => boardCode).join()
  const open = useMemo(
    () =>
      boards
        .filter(({ code }) => !registered.split(',').includes(code))
        .map(({ code, name }) => ({ id: code, label: `${code} – ${name}` })),
    [boards, registered],
  )
  const replace = (boardCode: string, next: FormRegistration | undefined) =>
    onChange({
      mocRegistrations: registrations.flatMap((each) => (each.boardCode === boardCode ? (next ?? []) : each)),
    })
  return (
    <div className="stack" data-gap="l">
      {registrations.map((registration) => {
        const board = boards.find(({ code }) => code === registration.boardCode)
        return (
          board && (
            <Registration
              key={board.code}
              board={board}
              registration={registration}
              issueAt={(part) => issueAt(['mocRegistrations', board.code, part].filter(Boolean).join('.'))}
              onChange={(next) => replace(board.code, next)}
              attestations={attestations}
              outlineKinds={outlineKinds}
            />
          )
        )
      })}
      <ComboField
        key={registrations.length}
        {...frame}
        label={registrations.length > 0 ? 'Register for another board' : 'Register for a board'}
        optional
        placeholder="Type a few letters"
        options={open}
        value={undefined}
        onChange={(code) =>
          code &&
          onChange({
            mocRegistrations: [
              ...registrations,
              { ...blankRegistration, boardCode: code, points: values.credits ?? null },
            ],
          })
        }
      />
    </div>
  )
}

const blankRegistration: Omit<FormRegistration, 'boardCode'> = {
  points: null,
  creditTypes: [],
  practiceAreas: [],
  creditClaimOn: null,
  contentOutline: [],
  attestations: [],
}

interface RegistrationProps extends Pick<ActivityFormDescription, 'attestations' | 'outlineKinds'> {
  board: MocBoard
  registration: FormRegistration
  issueAt: (part?: string) => FieldIssue | undefined
  onChange: (registration: FormRegistration | undefined) => void
}

function Registration({ board, registration, issueAt, onChange, attestations, outlineKinds }: RegistrationProps) {
  const change = (part: Partial<FormRegistration>) => onChange({ ...registration, ...part })
  const whole = issueAt()
  return (
    <div className="moc-registration">
      <FieldSet legend={`${board.name} (${board.code})`}>
        {whole && <p className={`field-error field-${whole.tone}`}>{whole.text}</p>}
        <div className="grid">
          <NumberLine
            label={`${board.code} points`}
            hint={pointsHelp[board.points]}
            decimal
            value={registration.points}
            onChange={(points) => change({ points })}
            issue={issueAt('points')}
          />
          <DayField
            label="Last day to claim the points"
            optional
            value={registration.creditClaimOn ?? undefined}
            onChange={(creditClaimOn) => change({ creditClaimOn: creditClaimOn ?? null })}
            issue={issueAt('creditClaimOn')}
          />
        </div>
        <SomeOf
          label="Credit types"
          options={board.creditTypes}
          value={registration.creditTypes}
          onChange={(creditTypes) => change({ creditTypes })}
          issue={issueAt('creditTypes')}
        />
        <SomeOf
          label="Practice areas"
          columns
          options={board.practiceAreas.map((area) => ({ id: area, label: area }))}
          value={registration.practiceAreas}
          onChange={(practiceAreas) => change({ practiceAreas })}
          issue={issueAt('practiceAreas')}
        />
        {board.outlineMax > 0 && (
          <LineList
            frame={{
              label: 'Content outline',
              hint: `${board.outlineMin} to ${board.outlineMax} areas of the board’s outline`,
              issue: issueAt('contentOutline'),
            }}
            lines={registration.contentOutline}
            blank={blankOutline}
            complete={(line) => (line.value.trim() === '' ? undefined : line)}
            onChange={(contentOutline) => change({ contentOutline })}
            noun="area"
          >
            {(line, changeLine, at) => (
              <>
                <SelectField
                  label={`Area ${at + 1} is named by`}
                  options={outlineKinds}
                  value={line.kind}
                  onChange={(kind) => changeLine({ ...line, kind })}
                />
                <TextLine
                  label={`Name of area ${at + 1}`}
                  value={line.value}
                  onChange={(value) => changeLine({ ...line, value })}
                />
              </>
            )}
          </LineList>
        )}
        <SomeOf
          label="The provider undertakes"
          hint={`${registration.attestations.length} of ${attestations.length} confirmed`}
          options={attestations}
          value={registration.attestations}
          onChange={(given) => change({ attestations: given })}
          issue={issueAt('attestations')}
        />
        <div>
          <Button kind="quiet" size="s" onPress={() => onChange(undefined)}>
            <Trash2 size={14} aria-hidden="true" /> Remove the registration for {board.code}
          </Button>
        </div>
      </FieldSet>
    </div>
  )
}

const blankOutline: FormRegistration['contentOutline'][number] = { kind: 'LEVEL_3_ID', value: '' }
