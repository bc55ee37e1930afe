import type { RandomStream } from '../random/random.js'

/** How a physician resembles an earlier one: a twin by name and birthday, a namesake by the first name and state too. */
export interface Kinship {
  kind: 'TWIN' | 'NAMESAKE'
  of: number
}

const twins = 0.0012
const namesakes = 0.0003

/** Whether the physician at a place resembles one of those before it, and which. */
export function kinOf(index: number, first: number, stream: RandomStream): Kinship | undefined {
  const random = stream(index)
  const mark = random.float()
  if (mark > twins + namesakes || index === first) return undefined
  return { kind: mark < twins ? 'TWIN' : 'NAMESAKE', of: random.between(first, index - 1) }
}
