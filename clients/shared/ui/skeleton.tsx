import './skeleton.css'

/** The outline of a page while its first answer is on the way. */
export function PageSkeleton() {
  return (
    <div className="skeleton-page">
      <p role="status" className="visually-hidden">
        Loading
      </p>
      <div aria-hidden="true" className="stack" data-gap="l">
        <div className="skeleton" data-shape="title" />
        <div className="grid">
          <div className="skeleton" data-shape="stat" />
          <div className="skeleton" data-shape="stat" />
          <div className="skeleton" data-shape="stat" />
        </div>
        <div className="skeleton" data-shape="block" />
      </div>
    </div>
  )
}

/** The outline of a chart or table that arrives after the rest. */
export function BlockSkeleton({ label }: { label: string }) {
  return (
    <div className="skeleton" data-shape="block">
      <span role="status" className="visually-hidden">{`Loading ${label}`}</span>
    </div>
  )
}
