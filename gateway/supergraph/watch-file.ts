import { stat } from 'node:fs/promises'
import { setInterval } from 'node:timers/promises'

export interface FileWatch {
  file: string
  everyMs: number
  /** Hears when the file has changed. */
  onChange: () => Promise<void>
  /** Hears each time that it has not. */
  onRest: () => Promise<void>
  onError: (error: unknown) => void
}

/**
 * Looks at a file again and again; looking works where the file is a link or a mounted volume too, whose changes are not
 * announced. Ends when the signal says so, after what is under way.
 */
export async function watchFile(
  { file, everyMs, onChange, onRest, onError }: FileWatch,
  signal: AbortSignal,
): Promise<void> {
  // Whatever happened to it before the first look is a change.
  let known: string | undefined
  try {
    for await (const _ of setInterval(everyMs, undefined, { ref: false, signal })) {
      try {
        const state = await stateOf(file)
        await (state === known ? onRest() : onChange())
        known = state
      } catch (error) {
        onError(error)
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** Another text is another file, or the same one written later or with another length. */
async function stateOf(file: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(file)
  return `${ino} ${size} ${mtimeMs}`
}
