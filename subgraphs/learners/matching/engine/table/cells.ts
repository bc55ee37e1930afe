/** Numbers side by side, in memory that every thread of the process can see. */
export type Cells = Int32Array | Uint32Array | Uint16Array | Uint8Array

interface Kind<Some extends Cells> {
  new (memory: SharedArrayBuffer): Some
  readonly BYTES_PER_ELEMENT: number
}

/** Room for as many numbers of a kind, all zero. */
export const cellsOf = <Some extends Cells>(kind: Kind<Some>, length: number): Some =>
  new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT))

/** A copy with room for at least this index and half as much again. */
export function grown<Some extends Cells>(cells: Some, index: number): Some {
  const longer = cellsOf(cells.constructor as unknown as Kind<Some>, Math.ceil((index + 16) * 1.5))
  longer.set(cells)
  return longer
}
