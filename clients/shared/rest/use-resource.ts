import { use, useEffect, useState } from 'react'
import { ask } from './ask'

/** What was asked for already; a page that is left and opened again asks anew. */
const asked = new Map<string, Promise<unknown>>()

/**
 * The answer of an address of ours; the page waits for it in the frame’s skeleton and fails in the frame’s error state. What
 * an action answers takes its place by the second value.
 */
export function useResource<Answer>(path: string): [Answer, (next: Answer) => void] {
  const promise = (asked.get(path) ?? ask<Answer>(path)) as Promise<Answer>
  asked.set(path, promise)
  const first = use(promise)
  const [renewed, setRenewed] = useState<{ path: string; answer: Answer }>()
  useEffect(
    () => () => {
      asked.delete(path)
    },
    [path],
  )
  return [renewed?.path === path ? renewed.answer : first, (answer) => setRenewed({ path, answer })]
}
