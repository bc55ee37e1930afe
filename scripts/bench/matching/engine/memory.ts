import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const mebibyte = 2 ** 20
let collect: (() => void) | undefined

/** Memory in use in MB, after everything that nobody needs any more has been thrown away. */
export function memoryInUse(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / mebibyte
}

/** Resident memory of this process in MB, after everything that nobody needs any more has been thrown away. */
export function residentMemory(): number {
  collectGarbage()
  return process.memoryUsage().rss / mebibyte
}

function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}
