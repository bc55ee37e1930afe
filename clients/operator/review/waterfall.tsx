import { chance, likelihood } from '../compare/likelihood'
import type { Candidate } from './review-page'
import './waterfall.css'
import { signedBits, type WaterfallBar, waterfallBars } from './waterfall-bars'

interface WaterfallProps {
  /** Whose it is. */
  label: string
  candidate: Candidate
  span: { low: number; high: number }
}

/** What speaks for a candidate and against, in bits: a table whose last column draws each number as a bar. */
export function Waterfall({ label, candidate, span }: WaterfallProps) {
  return (
    <table className="waterfall" aria-label={`What speaks for ${label}`}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Bits</th>
        </tr>
      </thead>
      <tbody>
        {waterfallBars(candidate).map((bar) => (
          <tr key={bar.id} data-total={bar.id === 'total' || undefined}>
            <th scope="row">
              {bar.label}
              {bar.level && <span className="soft small">{` ${bar.level}`}</span>}
            </th>
            <td className="number">{signedBits(bar.bits)}</td>
            <td aria-hidden="true">
              <Bar bar={bar} span={span} />
            </td>
          </tr>
        ))}
      </tbody>
      <caption>{`${likelihood(candidate.probability)}: ${chance(candidate.probability)}`}</caption>
    </table>
  )
}

function Bar({ bar: { from, to, bits }, span: { low, high } }: { bar: WaterfallBar; span: WaterfallProps['span'] }) {
  const width = Math.max(high - low, 1)
  return (
    <svg className="waterfall-bar" viewBox={`${low} 0 ${width} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect x={-width / 400} width={width / 200} height="1" className="waterfall-zero" />
      <rect
        x={Math.min(from, to)}
        width={Math.max(Math.abs(to - from), width / 200)}
        y="0.15"
        height="0.7"
        className={bits < 0 ? 'waterfall-against' : 'waterfall-for'}
      />
    </svg>
  )
}
