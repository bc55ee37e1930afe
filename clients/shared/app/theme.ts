import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const key = 'creditgraph-theme'
const listeners = new Set<() => void>()

function stored(): Theme {
  const value = window.localStorage.getItem(key)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Chooses light, dark or whatever the system shows, for this browser. */
export function setTheme(theme: Theme) {
  if (theme === 'system') window.localStorage.removeItem(key)
  else window.localStorage.setItem(key, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

/** Puts the chosen theme on the document. */
export function applyTheme() {
  const theme = stored()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The theme chosen on this browser. */
export const useTheme = () => useSyncExternalStore(subscribe, stored)
