import { creditTypes as labels } from '../../shared/credit/words'
import { points as pointsWith } from '../../shared/format/numbers'
import { CheckLine, SwitchLine } from '../../shared/ui/checks'
import { NumberLine } from '../../shared/ui/number-line'
import type { PointsChange, PointsChanges, PointsChoice } from './points-choice'

interface PointsFieldsProps {
  choices: readonly PointsChoice[]
  changes: PointsChanges
  onChange: (changes: PointsChanges) => void
}

/** The boards that certify the physician and take points for the activity: all is filled in, to be lowered or switched off. */
export function PointsFields({ choices, changes, onChange }: PointsFieldsProps) {
  if (!choices.length) return null
  return (
    <>
      {choices.map((choice) => {
        const { code } = choice.offered.board
        return (
          <BoardPoints
            key={code}
            choice={choice}
            onChange={(change) => onChange({ ...changes, [code]: { ...changes[code], ...change } })}
          />
        )
      })}
      <p className="soft small">
        Points are reported with your ID at the board. They go to the board when the provider has said yes, and count
        once the board has accepted them.
      </p>
    </>
  )
}

function BoardPoints({ choice, onChange }: { choice: PointsChoice; onChange: (change: PointsChange) => void }) {
  const { offered, isOn, points, creditTypes, objection } = choice
  const { code, name } = offered.board
  const toggle = (type: string, isChosen: boolean) =>
    onChange({
      withoutTypes: offered.creditTypes.filter((each) => (each === type ? !isChosen : !creditTypes.includes(each))),
    })
  return (
    <fieldset className="stack" data-gap="s">
      <legend className="visually-hidden">{name}</legend>
      <SwitchLine selected={isOn} onChange={(selected) => onChange({ isOff: !selected })}>
        Also {code} points
        <span className="soft"> – {name}</span>
      </SwitchLine>
      {isOn && (
        <>
          <NumberLine
            label={`${code} points`}
            decimal
            value={points}
            onChange={(value) => onChange({ points: value })}
            hint={hintOf(choice)}
            issue={objection ? { tone: 'error', text: objection } : undefined}
          />
          {offered.creditTypes.length > 1 &&
            offered.creditTypes.map((type) => (
              <CheckLine key={type} selected={creditTypes.includes(type)} onChange={(on) => toggle(type, on)}>
                {labels[type] ?? type}
              </CheckLine>
            ))}
        </>
      )}
    </fieldset>
  )
}

function hintOf({ offered: { board, creditTypes }, most }: PointsChoice): string {
  const [type = '', ...others] = creditTypes
  const atMost = `At most ${pointsWith(most, board.code)}`
  return others.length ? `${atMost}, of each credit type below.` : `${atMost}, ${labels[type] ?? type}.`
}
