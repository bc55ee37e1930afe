import { useMemo } from 'react'
import { month } from '../format/days'
import { amount, count, plural } from '../format/numbers'
import { BarChart } from '../ui/bar-chart'

interface MonthChartProps {
  months: readonly { month: string; credits: number; completions: number }[]
}

const short = (name: string) => name.replace(/ 20(\d\d)$/, ' ’$1')

/** CME credit month by month. */
export function MonthChart({ months }: MonthChartProps) {
  const bars = useMemo(
    () =>
      months.map((each) => ({
        name: month(each.month),
        value: each.credits,
        note: plural(each.completions, 'record'),
      })),
    [months],
  )
  const total = months.reduce((sum, each) => sum + each.credits, 0)
  const label = `CME credit by month: ${amount(total)} credits over ${count(months.length)} months.`
  return <BarChart label={label} bars={bars} valueName="Credits" format={amount} axisLabel={short} />
}
