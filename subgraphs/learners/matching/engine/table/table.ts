import type { Cells } from './cells.js'

/** What a table holds at a moment: numbers, shared memory, and what the tables within it hold. */
export interface Image {
  readonly [member: string]: number | Cells | Image
}

/**
 * Something that is made of nothing but numbers, shared memory and other tables. Another thread that takes over its image sees what
 * stands in it, without a copy. One thread writes, and none other looks meanwhile; who holds an image from before a change takes over a new one.
 * Whatever else is kept in a table is worked out by each thread for itself.
 */
export abstract class Table {
  /** What another thread needs to see the same. */
  image(): Image {
    const members: [string, Image[string]][] = []
    for (const [member, value] of Object.entries(this)) {
      if (value instanceof Table) members.push([member, value.image()])
      else if (typeof value === 'number' || isShared(value)) members.push([member, value])
    }
    return Object.fromEntries(members)
  }

  /** Sees from now on what was in the table of the same kind that the image is of. */
  takeOver(image: Image): void {
    const members = this as unknown as Record<string, unknown>
    for (const [member, value] of Object.entries(image)) {
      const own = members[member]
      if (own instanceof Table) own.takeOver(value as Image)
      else members[member] = value
    }
  }
}

const isShared = (value: unknown): value is Cells =>
  ArrayBuffer.isView(value) && value.buffer instanceof SharedArrayBuffer
