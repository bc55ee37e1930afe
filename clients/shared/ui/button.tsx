import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as RouterLink } from 'react-router'
import './button.css'

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger'
type Look = { kind?: Kind; size?: 'm' | 's' | 'icon' }
type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & Look & { children: ReactNode }

/** A button that does something on this page. While that is under way it keeps the focus and does nothing more. */
export function Button({ kind = 'primary', size = 'm', isPending, onPress, type, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      className="button"
      data-kind={kind}
      data-size={size}
      data-pending={isPending || undefined}
    />
  )
}

/** A button that cannot be used as long as there is a reason, and says the reason. */
export function ReasonedButton({ reason, id, ...props }: ButtonProps & { id: string; reason: string | undefined }) {
  return (
    <div className="row">
      <Button {...props} isDisabled={reason !== undefined} aria-describedby={`${id}-reason`} />
      <span id={`${id}-reason`} className="button-reason">
        {reason}
      </span>
    </div>
  )
}

/** A link that looks like a button and stays inside the app. */
export function ButtonLink({ to, kind = 'primary', size = 'm', children }: Look & { to: string; children: ReactNode }) {
  return (
    <RouterLink to={to} className="button" data-kind={kind} data-size={size}>
      {children}
    </RouterLink>
  )
}

type AddressLinkProps = Look & { href: string; download?: boolean; children: ReactNode }

/** A link that looks like a button and leaves the app: a download or another app. */
export function AddressLink({ href, download, kind = 'primary', size = 'm', children }: AddressLinkProps) {
  return (
    <a href={href} download={download} className="button" data-kind={kind} data-size={size}>
      {children}
    </a>
  )
}
