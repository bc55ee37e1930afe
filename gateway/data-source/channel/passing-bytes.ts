const sharedBytes = 256 * 1024
/** What is longer has memory of its own. */
const mostShared = sharedBytes / 8
const aligned = 8

let shared = Buffer.allocUnsafeSlow(sharedBytes)
let used = 0

/**
 * Bytes for what is gone when a request has been answered. Many of them share one piece of memory, each of which Node
 * would otherwise ask the system for and have to be told of when it is garbage. Nothing that is kept may lie in them.
 */
export function passingBytes(length: number): Buffer {
  if (length > mostShared) return Buffer.allocUnsafeSlow(length)
  if (used + length > sharedBytes) {
    shared = Buffer.allocUnsafeSlow(sharedBytes)
    used = 0
  }
  const start = used
  used += Math.ceil(length / aligned) * aligned
  return shared.subarray(start, start + length)
}
