import type { Random } from './random.js'

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** An id of version 7: it begins with an instant, so that ids made later sort later. */
export function uuidAt(instantMs: number, random: Random): string {
  const [one, two, three] = [random.next(), random.next(), random.next()]
  const high = Math.floor(instantMs / 0x10000)
  const low = instantMs % 0x10000
  return `${word(high)}-${half(low)}-${half(0x7000 | (one & 0xfff))}-${half(0x8000 | (two & 0x3fff))}-${half(one >>> 16)}${word(three)}`
}

function half(bits: number): string {
  return `${hex[(bits >>> 8) & 0xff]}${hex[bits & 0xff]}`
}

function word(bits: number): string {
  return half(bits >>> 16) + half(bits)
}
