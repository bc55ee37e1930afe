import { Check, ChevronDown, LogOut, Monitor, Moon, Sun, Users } from 'lucide-react'
import { useRef } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { addresses } from './addresses'
import { setTheme, type Theme, useTheme } from './theme'
import { type Viewer, viewerStanding } from './viewer'
import './viewer-menu.css'

const themes = [
  { id: 'system', label: 'As the system', icon: Monitor },
  { id: 'light', label: 'Light', icon: Sun },
  { id: 'dark', label: 'Dark', icon: Moon },
] satisfies { id: Theme; label: string; icon: typeof Sun }[]

/** Who is signed in, the look of the app, and the way out. */
export function ViewerMenu({ viewer }: { viewer: Viewer }) {
  const theme = useTheme()
  const signOut = useRef<HTMLFormElement>(null)
  return (
    <>
      <form ref={signOut} hidden method="post" action={addresses.signOut} />
      <MenuTrigger>
        <Button className="viewer-button">
          <span className="viewer-initials" aria-hidden="true">
            {initials(viewer.displayName)}
          </span>
          <span className="viewer-name">
            {viewer.displayName}
            <span className="viewer-standing">{viewerStanding(viewer)}</span>
          </span>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu">
            <MenuSection selectionMode="single" selectedKeys={[theme]} disallowEmptySelection>
              <Header className="menu-header">Appearance</Header>
              {themes.map(({ id, label, icon: Icon }) => (
                <MenuItem key={id} id={id} className="menu-item" textValue={label} onAction={() => setTheme(id)}>
                  <Icon size={16} aria-hidden="true" />
                  {label}
                  {theme === id && <Check size={16} className="menu-check" aria-hidden="true" />}
                </MenuItem>
              ))}
            </MenuSection>
            <Separator className="menu-separator" />
            <MenuItem
              className="menu-item"
              textValue="Switch person"
              onAction={() => window.location.assign(addresses.signIn())}
            >
              <Users size={16} aria-hidden="true" />
              Switch person
            </MenuItem>
            <MenuItem className="menu-item" textValue="Sign out" onAction={() => signOut.current?.requestSubmit()}>
              <LogOut size={16} aria-hidden="true" />
              Sign out
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  )
}

function initials(name: string) {
  const words = name.split(' ')
  return [words[0], words.at(-1)].map((word) => word?.charAt(0)).join('')
}
