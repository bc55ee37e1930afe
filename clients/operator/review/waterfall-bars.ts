import type { ComparedField } from '../../graphql/graphql'
import { fieldWords, levelWord } from './review-words'

interface Weighed {
  priorBits: number
  totalBits: number
  fields: readonly { field: ComparedField; level?: string | null; bits: number }[]
}

/** One bar of a waterfall: where it begins and ends, in bits. */
export interface WaterfallBar {
  id: string
  label: string
  /** How well the field agrees. */
  level?: string
  bits: number
  from: number
  to: number
}

/** The waterfall of a candidate: the prior, each field that tells something on top of the one before, and the total. */
export function waterfallBars({ priorBits, totalBits, fields }: Weighed): WaterfallBar[] {
  const bars: WaterfallBar[] = [{ id: 'prior', label: 'Before comparing', bits: priorBits, from: 0, to: priorBits }]
  let height = priorBits
  for (const { field, level, bits } of fields) {
    if (level && !isNothing(bits))
      bars.push({ id: field, label: fieldWords[field], level: levelWord(level), bits, from: height, to: height + bits })
    height += bits
  }
  return [...bars, { id: 'total', label: 'Together', bits: totalBits, from: 0, to: totalBits }]
}

const isNothing = (bits: number) => Math.abs(bits) < 0.05

/** The lowest and highest place that the bars of all candidates reach, so that they can be compared by eye. */
export function waterfallSpan(candidates: readonly Weighed[]): { low: number; high: number } {
  const places = candidates.flatMap((candidate) => waterfallBars(candidate).flatMap(({ from, to }) => [from, to]))
  return { low: Math.min(0, ...places), high: Math.max(0, ...places) }
}

const oneDigit = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Bits with their sign: +12.3, −4.0. */
export function signedBits(bits: number) {
  if (isNothing(bits)) return '0.0'
  return `${bits > 0 ? '+' : '−'}${oneDigit.format(Math.abs(bits))}`
}
