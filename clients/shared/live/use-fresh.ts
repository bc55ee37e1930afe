import type { TypedDocumentNode } from '@apollo/client'
import { useApolloClient, useSubscription } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'

/** How long it rests, and how long until a line that is asked for again is there. */
const waits = { RESTS: 3_000, SETTLES: 1_000 }

/**
 * Asks an operation of the page anew when something happens that it shows. It listens for the first of what may be thousands,
 * rests, listens again, and asks once more for what has happened meanwhile.
 */
export function useFresh(document: TypedDocumentNode<unknown, Record<string, never>>, operation: string, skip = false) {
  const client = useApolloClient()
  const [state, setState] = useState<'LISTENS' | keyof typeof waits>('LISTENS')
  const askAnew = useCallback(() => void client.refetchQueries({ include: [operation] }), [client, operation])
  useSubscription(document, {
    skip: skip || state === 'RESTS',
    ignoreResults: true,
    onData: () => {
      askAnew()
      setState('RESTS')
    },
  })
  useEffect(() => {
    if (state === 'LISTENS') return
    const timer = setTimeout(() => {
      if (state === 'SETTLES') askAnew()
      setState(state === 'RESTS' ? 'SETTLES' : 'LISTENS')
    }, waits[state])
    return () => clearTimeout(timer)
  }, [state, askAnew])
}
