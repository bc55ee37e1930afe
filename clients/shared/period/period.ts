import { useSearchParams } from 'react-router'
import { isDay, monthStart, today } from '../format/days'

export interface Period {
  from: string
  to: string
}

/** The months up to today, the present one included. */
export const lastMonths = (months: number, until = today()): Period => ({
  from: monthStart(until, months - 1),
  to: until,
})

/** The period in the address, or the last months when there is none, and a way to choose another. */
export function usePeriod(defaultMonths: number) {
  const [search, setSearch] = useSearchParams()
  const from = search.get('from')
  const to = search.get('to')
  const period = from && to && isDay(from) && isDay(to) && from <= to ? { from, to } : lastMonths(defaultMonths)
  const choose = (chosen: Period) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        after.set('from', chosen.from)
        after.set('to', chosen.to)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return [period, choose] as const
}
