import { type CalendarDate, parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import { type FieldFrameProps, FieldLabel, FieldNote } from './field'

interface DayFieldProps extends FieldFrameProps {
  /** `YYYY-MM-DD`, or undefined while it is blank. */
  value: string | undefined
  onChange: (value: string | undefined) => void
  min?: string
  max?: string
}

const dayOf = (text: string | null | undefined) => (text ? parseDate(text) : undefined)

/** A day that can be typed, or picked from a calendar. */
export function DayField({ value, onChange, min, max, ...props }: DayFieldProps) {
  return (
    <DatePicker<CalendarDate>
      className="field"
      value={dayOf(value) ?? null}
      onChange={(day) => onChange(day?.toString())}
      minValue={dayOf(min)}
      maxValue={dayOf(max)}
      isInvalid={props.issue?.tone === 'error'}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Group className="input-group">
        <DateInput className="date-segments">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <Button className="input-button" aria-label="Open the calendar">
          <CalendarDays size={16} aria-hidden="true" />
        </Button>
      </Group>
      <FieldNote {...props} />
      <Popover className="options-popover">
        <Dialog>
          <Calendar className="calendar">
            <header>
              <Button slot="previous" className="input-button">
                <ChevronLeft size={16} aria-hidden="true" />
              </Button>
              <Heading />
              <Button slot="next" className="input-button">
                <ChevronRight size={16} aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
