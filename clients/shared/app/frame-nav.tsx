import { ChevronDown } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { NavLink, useLocation } from 'react-router'
import type { NavItem } from './app'
import { fittingOf } from './fitting-of'
import './frame-nav.css'

/** Where there are more, they do without icons on a bar that they share. */
const fewPages = 6

/** Until the button is there to be measured. */
const usualButtonWidth = 80

/** The pages of an app as links, as many as there is room for; the others are behind a button. */
export function FrameNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  const { pathname } = useLocation()
  const { nav, fitting } = useFitting(items.length)
  const others = items.slice(fitting)
  const current = others.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <nav ref={nav} className="frame-nav" aria-label={label} data-many={items.length > fewPages || undefined}>
      <ul>
        {items.map(({ to, label: name, icon: Icon }, index) => (
          <li key={to} data-hidden={index >= fitting || undefined}>
            <NavLink to={to} end={to === '/'}>
              <Icon size={16} aria-hidden="true" />
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <MenuTrigger>
          <Button
            className="frame-more"
            data-current={current ? true : undefined}
            aria-label={current ? `More pages: ${current.label}` : 'More pages'}
          >
            {current?.label ?? 'More'}
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
          <Popover className="menu-popover" placement="bottom end">
            <Menu className="menu" aria-label="More pages">
              {others.map(({ to, label: name, icon: Icon }) => (
                <MenuItem
                  key={to}
                  id={to}
                  href={to}
                  className="menu-item"
                  textValue={name}
                  aria-current={current?.to === to ? 'page' : undefined}
                >
                  <Icon size={16} aria-hidden="true" />
                  {name}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </nav>
  )
}

/** How many of the links have room beside the button; those that have none stand out of sight, as wide as ever. */
function useFitting(count: number) {
  const [fitting, setFitting] = useState(count)
  const nav = useCallback((element: HTMLElement) => {
    const measure = () => {
      const widths = [...element.querySelectorAll('li')].map((item) => item.offsetWidth)
      const button = element.querySelector<HTMLElement>('.frame-more')?.offsetWidth ?? usualButtonWidth
      setFitting(fittingOf(widths, element.clientWidth, button))
    }
    const observer = new ResizeObserver(measure)
    for (const each of [element, ...element.querySelectorAll('li')]) observer.observe(each)
    measure()
    return () => observer.disconnect()
  }, [])
  return { nav, fitting }
}
