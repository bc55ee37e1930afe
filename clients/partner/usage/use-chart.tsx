import { useMemo } from 'react'
import { count, plural } from '../../shared/format/numbers'
import { BarChart } from '../../shared/ui/bar-chart'
import { barsOf, type DayOfUse } from './use-data'

const short = (name: string) => name.replace(/, \d{4}$/, '')

/** Calls day by day. */
export function UseChart({ use, days }: { use: readonly DayOfUse[]; days: number }) {
  const bars = useMemo(() => barsOf(use, days, new Date()), [use, days])
  const calls = use.reduce((sum, each) => sum + each.calls, 0)
  return (
    <BarChart
      label={`Calls by day: ${plural(calls, 'call')} in ${days} days.`}
      bars={bars}
      valueName="Calls"
      format={count}
      axisLabel={short}
      nameOf="Day"
      noteName="Failures"
    />
  )
}
