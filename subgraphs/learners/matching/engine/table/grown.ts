type Growable = Int32Array | Uint32Array | Uint16Array | Uint8Array

/** A copy with room for at least this index and half as much again. */
export function grown<T extends Growable>(array: T, index: number): T {
  const longer = new (array.constructor as new (length: number) => T)(Math.ceil((index + 16) * 1.5))
  longer.set(array)
  return longer
}
