import { parseTime, type Time } from '@internationalized/date'
import { DateInput, DateSegment, TimeField } from 'react-aria-components'
import { type FieldFrameProps, FieldLabel, FieldNote } from '../../shared/ui/field'

interface TimeLineProps extends FieldFrameProps {
  /** `HH:MM`, or undefined while it is blank. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A field for a time of the day. */
export function TimeLine({ value, onChange, ...props }: TimeLineProps) {
  return (
    <TimeField<Time>
      className="field"
      value={value ? parseTime(value) : null}
      onChange={(time) => onChange(time?.toString().slice(0, 5))}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <div className="input-group">
        <DateInput className="date-segments">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
      </div>
      <FieldNote {...props} />
    </TimeField>
  )
}
