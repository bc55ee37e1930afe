import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import './page.css'

interface PageProps {
  title: string
  /** One sentence under the title. */
  lead?: ReactNode
  /** Where this page hangs, for example a link back to the list. */
  above?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page: document title, heading that takes the focus after navigation, actions and content. */
export function Page({ title, lead, above, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  // Each path mounts its page anew; the first one of a visit keeps the browser’s own focus.
  const [arrivedByLink] = useState(key !== 'default')
  useEffect(() => {
    if (arrivedByLink) heading.current?.focus()
  }, [arrivedByLink])
  return (
    <>
      <title>{`${title} · CreditGraph`}</title>
      <header className="page-header">
        {above && <div className="page-above">{above}</div>}
        <div className="row" data-apart>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions && <div className="row">{actions}</div>}
        </div>
        {lead && <p className="page-lead">{lead}</p>}
      </header>
      <div className="stack page-body">{children}</div>
    </>
  )
}
