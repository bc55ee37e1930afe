import type { ComparedField, ScoredCandidate } from '../engine/types.js'

/**
 * Candidates as they are kept, a line each: id, probability, what was compared, and the rules that forbid a match. A
 * waterfall of every row is most of what the database holds, and a text is written and read in a fraction of JSON’s time.
 */
export function candidatesText(candidates: readonly ScoredCandidate[]): string {
  let text = ''
  for (const { personId, probability, evidence, vetoes } of candidates) {
    if (text) text += '\n'
    text += `${personId} ${roundedShare(probability)} `
    for (const { field, level, bits } of evidence) text += `${field}:${level}:${Math.round(bits * 100) / 100},`
    text += ` ${vetoes.join()}`
  }
  return text
}

/** The candidates that a text tells of. */
export const candidatesOf = (text: string): ScoredCandidate[] => (text ? text.split('\n').map(candidateOf) : [])

function candidateOf(line: string): ScoredCandidate {
  const [personId = '', probability, evidence = '', vetoes = ''] = line.split(' ')
  return {
    personId,
    probability: Number(probability),
    evidence: wordsOf(evidence).map((word) => {
      const [field, level = '', bits] = word.split(':')
      return { field: field as ComparedField, level, bits: Number(bits) }
    }),
    vetoes: wordsOf(vetoes),
  }
}

const wordsOf = (text: string) => text.split(',').filter(Boolean)

const roundedShare = (probability: number) => Math.round(probability * 1e9) / 1e9
