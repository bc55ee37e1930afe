import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftKeeper, type SaveAnswer, type Saved } from './draft-keeper'

interface DraftOptions<Values> {
  key: string
  saved: Saved<Values>
  save: (part: Partial<Values>, saved: Saved<Values>) => Promise<SaveAnswer<Values>>
}

/** A record that is saved while it is typed; what has not reached the server survives a reload. */
export function useDraft<Values extends object>({ key, saved, save }: DraftOptions<Values>) {
  const [keeper] = useState(() => new DraftKeeper<Values>({ key, saved, save, shelf: window.localStorage }))
  useEffect(() => keeper.adopt(saved), [keeper, saved])
  useEffect(() => {
    const retry = () => void keeper.flush()
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [keeper])
  return { keeper, ...useSyncExternalStore(keeper.subscribe, keeper.state) }
}
