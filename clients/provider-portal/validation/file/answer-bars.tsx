import type { MatchDecision } from '../../../graphql/graphql'
import { count, percent } from '../../../shared/format/numbers'
import { Card } from '../../../shared/ui/card'
import { verdicts } from '../answer'
import './answer-bars.css'
import type { CheckedFileView } from './checked-file-page'

type Counts = CheckedFileView['counts']

/** How many rows had which answer, by license and by certifying board. */
export function AnswerBars({ counts: { license, board, unreadable } }: { counts: Counts }) {
  const bars = [
    { name: 'By license', parts: partsOf(license) },
    { name: 'By certifying board', parts: partsOf(board) },
    { name: 'Not looked for', parts: [{ label: verdicts.UNREADABLE.label, tone: 'plain', value: unreadable }] },
  ].filter(({ parts }) => parts.some(({ value }) => value > 0))
  const widest = Math.max(...bars.map(({ parts }) => totalOf(parts)))
  if (bars.length === 0) return null
  return (
    <Card title="Answers">
      <div className="stack">
        {bars.map(({ name, parts }) => (
          <AnswerBar key={name} name={name} parts={parts} whole={widest} />
        ))}
      </div>
    </Card>
  )
}

interface Part {
  label: string
  tone: string
  value: number
}

function AnswerBar({ name, parts, whole }: { name: string; parts: Part[]; whole: number }) {
  const total = totalOf(parts)
  const ends = parts.map((_, index) => (100 * totalOf(parts.slice(0, index + 1))) / whole)
  return (
    <figure className="answer-bar">
      <figcaption>
        {name} <span className="soft number">{count(total)}</span>
      </figcaption>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ label, tone }, index) => {
          const start = ends[index - 1] ?? 0
          return <rect key={label} data-tone={tone} x={start} width={(ends[index] ?? 0) - start} height="1" />
        })}
      </svg>
      <ul>
        {parts
          .filter(({ value }) => value > 0)
          .map(({ label, tone, value }) => (
            <li key={label} data-tone={tone} className="number">
              {label} <strong>{count(value)}</strong> <span className="soft">{percent(value, total)}</span>
            </li>
          ))}
      </ul>
    </figure>
  )
}

const totalOf = (parts: readonly Part[]) => parts.reduce((sum, { value }) => sum + value, 0)

const decisions: [MatchDecision, keyof Counts['license'], string][] = [
  ['MATCHED', 'matched', 'good'],
  ['AMBIGUOUS', 'ambiguous', 'warn'],
  ['MISMATCH', 'mismatch', 'info'],
  ['NOT_FOUND', 'notFound', 'bad'],
]

const partsOf = (counts: Counts['license']): Part[] =>
  decisions.map(([decision, key, tone]) => ({ label: verdicts[decision].label, tone, value: Number(counts[key]) }))
