import { useState } from 'react'
import { graphql } from '../../graphql'
import type { DayOrder, DayOrderFinding, FileGapFragment, FileGapTextFragment } from '../../graphql/graphql'
import { TextLine } from '../../shared/ui/field'
import { SelectField } from '../../shared/ui/select-field'

export const FileGap = graphql(`
  fragment FileGap on LackedColumn {
    name
    column {
      key
      guidance
    }
  }
`)

export const FileGapText = graphql(`
  fragment FileGapText on EveryRowText {
    text
    column {
      key
      header
      guidance
    }
  }
`)

interface FileGapsProps {
  missing: readonly FileGapFragment[]
  everyRow: readonly FileGapTextFragment[]
  finding: DayOrderFinding
  dayOrder: DayOrder | null | undefined
  onText: (key: string, text: string) => void
  onDayOrder: (dayOrder: DayOrder) => void
}

const dayOrders: { id: DayOrder; label: string }[] = [
  { id: 'MONTH_FIRST', label: 'Month first: 03/04/2026 is March 4' },
  { id: 'DAY_FIRST', label: 'Day first: 03/04/2026 is April 3' },
]

const findings: Record<DayOrderFinding, string> = {
  NOT_NEEDED: 'No date in the first rows can be read in two ways.',
  MONTH_FIRST: 'The first rows show it.',
  DAY_FIRST: 'The first rows show it.',
  UNCLEAR: 'Every date in the first rows could be both. Look at one that you know.',
  MIXED: 'The first rows have dates of both kinds. Those of the other order will be rejected.',
}

const actions = [
  { id: 'Add', label: 'Add' },
  { id: 'Delete', label: 'Delete' },
]

/** What a file leaves open: columns that it lacks, and the order of its dates. */
export function FileGaps({ missing, everyRow, finding, dayOrder, onText, onDayOrder }: FileGapsProps) {
  const given = everyRow.map(({ column, text }) => ({ ...column, name: column.header, text }))
  const lacking = missing.map(({ name, column }) => ({ ...column, name, text: '' }))
  return (
    <>
      {lacking.length > 0 && (
        <p role="status" className="field-error">
          The file lacks {lacking.map(({ name }) => name).join(', ')}. Choose the column above, or give one value for
          every row.
        </p>
      )}
      <div className="grid">
        {[...given, ...lacking].map(({ key, name, guidance, text }) =>
          key === 'recordAction' ? (
            <SelectField
              key={key}
              label={`${name} of every row`}
              options={actions}
              value={text}
              onChange={(action) => onText(key, action)}
            />
          ) : (
            <GapField
              key={key}
              label={`${name} of every row`}
              hint={guidance}
              text={text}
              onText={(value) => onText(key, value)}
            />
          ),
        )}
        {finding !== 'NOT_NEEDED' && (
          <SelectField
            label="Order of the dates"
            hint={findings[finding]}
            options={dayOrders}
            value={dayOrder}
            onChange={onDayOrder}
          />
        )}
      </div>
    </>
  )
}

interface GapFieldProps {
  label: string
  hint: string
  text: string
  onText: (text: string) => void
}

/** The graph is told when the field is left, not at every letter. */
function GapField({ label, hint, text, onText }: GapFieldProps) {
  const [typed, setTyped] = useState(text)
  return (
    <TextLine
      label={label}
      hint={hint}
      value={typed}
      onChange={setTyped}
      onBlur={() => typed.trim() !== text && onText(typed.trim())}
    />
  )
}
