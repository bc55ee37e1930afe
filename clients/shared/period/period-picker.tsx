import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { daySpan, today } from '../format/days'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { DayField } from '../ui/day-field'
import { lastMonths, type Period } from './period'
import './period-picker.css'

const presets = [
  { value: '12', label: '12 months' },
  { value: '24', label: '24 months' },
  { value: '36', label: '36 months' },
] as const

const same = (one: Period, other: Period) => one.from === other.from && one.to === other.to

/** Chooses the period a page reports on: a preset, or any two days. */
export function PeriodPicker({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const preset = presets.find(({ value }) => same(lastMonths(Number(value)), period))
  return (
    <div className="row period">
      <span className="period-span number">{daySpan(period.from, period.to)}</span>
      <Choices
        label="Period"
        options={presets}
        value={preset?.value}
        onChange={(months) => onChange(lastMonths(Number(months)))}
      />
      <DialogTrigger>
        <Button kind="secondary" size="s">
          Other dates
        </Button>
        <Popover className="options-popover" placement="bottom end">
          <Dialog className="period-dialog" aria-label="Choose the dates">
            {({ close }) => (
              <OtherDates
                period={period}
                onChoose={(chosen) => {
                  onChange(chosen)
                  close()
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}

function OtherDates({ period, onChoose }: { period: Period; onChoose: (period: Period) => void }) {
  const [from, setFrom] = useState<string | undefined>(period.from)
  const [to, setTo] = useState<string | undefined>(period.to)
  const reversed = from !== undefined && to !== undefined && from > to
  return (
    <>
      <DayField label="From" value={from} onChange={setFrom} max={today()} />
      <DayField
        label="To"
        value={to}
        onChange={setTo}
        issue={reversed ? { tone: 'error', text: 'This day is before the first one.' } : undefined}
      />
      <Button isDisabled={!from || !to || reversed} onPress={() => from && to && onChoose({ from, to })}>
        Show these dates
      </Button>
    </>
  )
}
