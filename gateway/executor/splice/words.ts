/** Bytes that are looked at one by one, and eight at once. */
export class Words {
  readonly view: DataView

  constructor(readonly bytes: Buffer) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }
}

const size = 8

/** True where a part of other bytes stands at a place. The last eight may be some that were compared before. */
export function standsAt(view: DataView, at: number, other: DataView, from: number, to: number): boolean {
  const length = to - from
  if (at + length > view.byteLength) return false
  const last = length - size
  if (last < 0) {
    for (let index = 0; index < length; index += 1)
      if (view.getUint8(at + index) !== other.getUint8(from + index)) return false
    return true
  }
  for (let index = 0; index < last; index += size)
    if (view.getBigInt64(at + index) !== other.getBigInt64(from + index)) return false
  return view.getBigInt64(at + last) === other.getBigInt64(from + last)
}

/** Copies few bytes to where there is room for them. The last eight may be some that were copied before. */
export function copyWords(view: DataView, at: number, from: DataView, start: number, end: number): void {
  const length = end - start
  const last = length - size
  if (last < 0) {
    for (let index = 0; index < length; index += 1) view.setUint8(at + index, from.getUint8(start + index))
    return
  }
  for (let index = 0; index < last; index += size) view.setBigInt64(at + index, from.getBigInt64(start + index))
  view.setBigInt64(at + last, from.getBigInt64(start + last))
}
