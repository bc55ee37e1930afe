import { states } from '../../shared/credit/states'
import { today } from '../../shared/format/days'
import { credits } from '../../shared/format/numbers'
import { ComboField } from '../../shared/ui/combo-field'
import { DayField } from '../../shared/ui/day-field'
import { type FieldIssue, TextLine } from '../../shared/ui/field'
import { parseBirthday } from './birthday'
import type { EntryField } from './entry-issues'
import { creditsOf, type EntryActivity, isMore, type LearnerDraft } from './learner-draft'

interface EntryFieldsProps {
  draft: LearnerDraft
  issues: Partial<Record<EntryField, FieldIssue>>
  onChange: (part: Partial<LearnerDraft>) => void
}

/** Who completed the activity. */
export function LearnerFields({ draft, issues, onChange }: EntryFieldsProps) {
  const unreadable = draft.birthday.length > 4 && !parseBirthday(draft.birthday)
  return (
    <div className="grid">
      <TextLine
        label="First name"
        value={draft.givenName}
        onChange={(givenName) => onChange({ givenName })}
        issue={issues.givenName}
      />
      <TextLine
        label="Last name"
        value={draft.familyName}
        onChange={(familyName) => onChange({ familyName })}
        issue={issues.familyName}
      />
      <TextLine
        label="Month and day of birth"
        placeholder="mm/dd"
        hint="The year is not asked and never kept."
        value={draft.birthday}
        onChange={(birthday) => onChange({ birthday })}
        issue={unreadable ? { tone: 'error', text: 'Write month and day, such as 09/10.' } : issues.birthday}
      />
      <ComboField
        label="Licensing state"
        placeholder="Type a few letters"
        options={states}
        value={draft.licensingState}
        onChange={(licensingState) => onChange({ licensingState })}
        issue={issues.licensingState}
      />
      <TextLine
        label="License number or NPI"
        optional
        hint="Settles it when names repeat."
        value={draft.licenseOrNpi}
        onChange={(licenseOrNpi) => onChange({ licenseOrNpi })}
        issue={issues.licenseOrNpi}
      />
    </div>
  )
}

/** The day of completion and the credit earned. */
export function CompletionFields({
  draft,
  activity,
  issues,
  onChange,
}: EntryFieldsProps & { activity: EntryActivity | undefined }) {
  return (
    <div className="grid">
      <DayField
        label="Completion date"
        value={draft.completedOn}
        onChange={(completedOn) => onChange({ completedOn })}
        max={today()}
        issue={issues.completedOn}
      />
      <TextLine
        label="CME credits"
        inputMode="decimal"
        hint={activity?.credits ? `At most ${credits(activity.credits)}, in steps of 0.25` : 'In steps of 0.25'}
        value={creditsOf(draft, activity)}
        onChange={(value) => onChange({ credits: value })}
        optional={isMore(draft)}
        issue={issues.credits}
      />
    </div>
  )
}
