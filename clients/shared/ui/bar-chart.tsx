import { lazy, Suspense } from 'react'
import { Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Button } from './button'
import './bar-chart.css'
import { BlockSkeleton } from './skeleton'

const BarChartCanvas = lazy(() => import('./bar-chart-canvas').then((file) => ({ default: file.BarChartCanvas })))

export interface Bar {
  name: string
  value: number
  note?: string
}

export interface BarChartProps {
  /** What the chart says, in a sentence. */
  label: string
  bars: readonly Bar[]
  valueName: string
  format: (value: number) => string
  axisLabel: (name: string) => string
  /** What a bar stands for, and what its note says, as the headings of the table. */
  nameOf?: string
  noteName?: string
}

/** A bar chart, and the same figures as a table for those who cannot or would rather not look at bars. */
export function BarChart(props: BarChartProps) {
  const { label, bars, valueName, format, nameOf = 'Month', noteName = 'Records' } = props
  return (
    <figure className="chart">
      <Suspense fallback={<BlockSkeleton label="chart" />}>
        <BarChartCanvas {...props} />
      </Suspense>
      <Disclosure className="chart-table">
        <Heading level={3}>
          <Button slot="trigger" kind="quiet" size="s">
            Figures as a table
          </Button>
        </Heading>
        <DisclosurePanel>
          <table className="figures">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{nameOf}</th>
                <th scope="col">{valueName}</th>
                <th scope="col">{noteName}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.name}>
                  <th scope="row">{bar.name}</th>
                  <td>{format(bar.value)}</td>
                  <td>{bar.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </DisclosurePanel>
      </Disclosure>
    </figure>
  )
}
