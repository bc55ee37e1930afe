import { useSyncExternalStore } from 'react'
import { useTheme } from '../shared/app/theme'

const system = window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(listener: () => void) {
  system.addEventListener('change', listener)
  return () => system.removeEventListener('change', listener)
}

/** Light or dark: what was chosen on this browser, or else what the system shows. */
export function useLook(): 'light' | 'dark' {
  const theme = useTheme()
  const isDark = useSyncExternalStore(subscribe, () => system.matches)
  if (theme !== 'system') return theme
  return isDark ? 'dark' : 'light'
}
