import { diffChars } from 'diff'

/** A stretch of a text beside another: in both, in this one alone, or a gap where the other has more. */
export interface Stretch {
  kind: 'same' | 'differs' | 'gap'
  /** How much of the text stands before it. */
  from: number
  text: string
}

/** A text cut where it differs from another. Capitals are no difference, nor is how an accent is encoded. */
export function letterDiff(text: string, other: string): Stretch[] {
  const parts = diffChars(other.normalize('NFC'), text.normalize('NFC'), { ignoreCase: true })
  const stretches: Stretch[] = []
  let from = 0
  parts.forEach(({ value, added, removed }, index) => {
    const isReplaced = removed && (parts[index + 1]?.added || parts[index - 1]?.added)
    if (isReplaced) return
    const stretch: Stretch = { kind: removed ? 'gap' : added ? 'differs' : 'same', from, text: removed ? '' : value }
    stretches.push(stretch)
    from += stretch.text.length
  })
  return isAnother(stretches) ? [{ kind: 'differs', from: 0, text }] : stretches
}

// Two words share a letter here and there, and picking those out would only be noise.
function isAnother(stretches: readonly Stretch[]): boolean {
  const lengthOf = (kind: Stretch['kind']) =>
    stretches.filter((stretch) => stretch.kind === kind).reduce((sum, { text }) => sum + text.length, 0)
  return lengthOf('differs') > lengthOf('same')
}
