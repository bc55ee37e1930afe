/** A 32-bit hash of two small numbers, mixed so that neighbours part. */
export function hashOf(one: number, other: number): number {
  let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other + 0x7f4a7c15, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** One of the eight marks of a bucket, by bits of the hash that tell no buckets apart. */
export const markOf = (hash: number) => 1 << (hash >>> 29)

/** A 32-bit hash of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hashOf(hash, text.length)
}
