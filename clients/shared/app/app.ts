import type { LucideIcon } from 'lucide-react'
import type { ViewerRole } from '../../graphql/graphql'
import type { Viewer } from './viewer'

export interface NavItem {
  to: string
  label: string
  icon: LucideIcon
}

/** What the common frame needs to know of an app. */
export interface AppDefinition {
  name: string
  /** Its name in a sentence. */
  calledName: string
  /** The address below which the app lives, without the last slash. */
  basename: string
  roles: ViewerRole[]
  /** Whom the app is for, as the end of “It is for …”. */
  audience: string
  nav: (viewer: Viewer) => NavItem[]
  /** Pages that everybody may open, signed in or not. */
  open?: NavItem[]
  /** Paths that everybody may open too, and that no menu leads to. */
  openToo?: readonly string[]
}
