import { useState } from 'react'
import { type Problem, problemOf } from '../graph/problem'
import { type Asked, ask } from './ask'

/** Something behind a button that an address of ours does: run it, know whether it is under way, and show what stopped it. */
export function useAsk<Answer>() {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (path: string, asked: Asked): Promise<Answer | undefined> => {
    setPending(true)
    setProblem(undefined)
    try {
      return await ask<Answer>(path, asked)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(false)
    }
  }
  return { run, pending, problem }
}
