import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import type { LearnerIdentificationInput } from '../../graphql/graphql'
import { problemOf } from '../../shared/graph/problem'
import { type Answer, answerOf, failed } from './answer'
import { inputOf, type TypedLearner } from './typed-learner'
import { validateLearner } from './validate-learner'

const pauseMs = 300

/** Every wrong birthday that is asked about counts, so a day that may get a second digit waits for it. */
const pauseInBirthdayMs = 1_500
const mayGrow = /\D[123]$/

export interface LiveAnswer {
  /** The answer to what stands there now; while it is on its way, the one before about the same learner. */
  answer?: Answer
  checking: boolean
}

/** Asks about the learner of a turn whenever the typing pauses, and takes back what was asked before. */
export function useAnswer(learner: TypedLearner, turn: number): LiveAnswer {
  const client = useApolloClient()
  const input = inputOf(learner)
  const key = input && JSON.stringify(input)
  const waitMs = mayGrow.test(learner.birthday.trim()) ? pauseInBirthdayMs : pauseMs
  const [known, setKnown] = useState<{ key: string; turn: number; answer: Answer }>()
  const answered = useRef<string>(undefined)
  useEffect(() => {
    if (key === undefined || key === answered.current) return
    const stop = new AbortController()
    const ask = async () => {
      const asked = JSON.parse(key) as LearnerIdentificationInput
      const answer = await validateLearner(client, asked, stop.signal).then(
        (validation) => answerOf(validation, asked),
        (error: unknown) => failed(problemOf(error)),
      )
      if (stop.signal.aborted) return
      answered.current = key
      setKnown({ key, turn, answer })
    }
    const timer = setTimeout(() => void ask(), waitMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, key, turn, waitMs])
  if (key === undefined) return { checking: false }
  const isAbout = known?.key === key || known?.turn === turn
  return { checking: known?.key !== key, answer: isAbout ? known?.answer : undefined }
}
