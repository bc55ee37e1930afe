import type { EntityManager } from '@mikro-orm/postgresql'
import type { SearchIndex } from './search-index.js'
import { type SearchText, shown } from './search-text.js'
import { findText, type TextMatches } from './text-matches.query.js'

/** Most slots of all remembered texts together: 40 MB. */
const maxSlots = 5_000_000
/** What is found faster than remembered is not worth the room. */
const worthFrom = 500

interface Remembered extends TextMatches {
  /** What the index knew when this was found. */
  revision: number
}

/** Where the texts that are looked for most are found; what has changed meanwhile is looked at again. */
export class TextMemory {
  private readonly found = new Map<string, Remembered>()
  private slots = 0

  constructor(private readonly index: SearchIndex) {}

  /** The slots in whose words a text is found; undefined for a text of stop words only. */
  async find(em: EntityManager, text: SearchText): Promise<TextMatches | undefined> {
    const { revision } = this.index
    const key = shown(text)
    const known = this.found.get(key)
    const changed = known && this.index.changedSince(known.revision)
    const matches = known && changed ? await this.lookAgain(em, text, known, changed) : await findText(em, text)
    if (matches) this.remember(key, { ...matches, revision })
    return matches
  }

  private async lookAgain(em: EntityManager, text: SearchText, known: TextMatches, changed: readonly number[]) {
    if (changed.length === 0) return known
    const now = await findText(em, text, changed)
    const anew = new Set(changed)
    const merge = (before: Int32Array, after: Int32Array | undefined) =>
      Int32Array.from([...before.filter((slot) => !anew.has(slot)), ...(after ?? [])])
    return { slots: merge(known.slots, now?.slots), inTitle: merge(known.inTitle, now?.inTitle) }
  }

  /** The one that was asked for last is forgotten last. */
  private remember(key: string, matches: Remembered): void {
    this.forget(key)
    if (matches.slots.length < worthFrom) return
    this.found.set(key, matches)
    this.slots += sizeOf(matches)
    for (const oldest of this.found.keys()) {
      if (this.slots <= maxSlots) return
      this.forget(oldest)
    }
  }

  private forget(key: string): void {
    const matches = this.found.get(key)
    if (!matches) return
    this.slots -= sizeOf(matches)
    this.found.delete(key)
  }
}

const sizeOf = ({ slots, inTitle }: TextMatches) => slots.length + inTitle.length
