import type { RandomStream } from '../../../seed/random/random.js'

/**
 * How a physician resembles an earlier one. TWIN: family name, birthday and home. NAMED_AFTER: names and home, and Jr or
 * nothing. SIBLING: family name and home. COLLISION: names, birthday and home of somebody who is no relative.
 */
export type KinKind = 'TWIN' | 'NAMED_AFTER' | 'SIBLING' | 'COLLISION'

export interface Kin {
  kind: KinKind
  of: number
}

export type KinShares = Readonly<Record<KinKind, number>>

const kinds: readonly KinKind[] = ['TWIN', 'NAMED_AFTER', 'SIBLING', 'COLLISION']

/** Whether the physician at a place resembles an earlier one, who in turn resembles nobody. */
export function kinOf(index: number, shares: KinShares, stream: RandomStream): Kin | undefined {
  const random = stream(index)
  const kind = kindAt(random.float(), shares)
  if (!kind || index === 0) return undefined
  // A few tries find somebody without kin; with kin everywhere there is none, and then the two are strangers.
  for (let tries = 0; tries < 20; tries += 1) {
    const of = random.below(index)
    if (!kindAt(stream(of).float(), shares)) return { kind, of }
  }
  return undefined
}

function kindAt(mark: number, shares: KinShares): KinKind | undefined {
  let below = 0
  return kinds.find((kind) => {
    below += shares[kind]
    return mark < below
  })
}
