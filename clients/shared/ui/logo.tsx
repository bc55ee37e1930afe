import './logo.css'

/** The mark: three joined nodes that read as a check, the last one open as a record is to its reader. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect className="logo-ground" width="32" height="32" rx="8" />
      <path className="logo-line" d="m8.5 16.5 5 5.6 7.2-9.8" />
      <circle className="logo-node" cx="8.3" cy="16.3" r="2.5" />
      <circle className="logo-node" cx="13.5" cy="22.2" r="2.5" />
      <circle className="logo-ring" cx="22.4" cy="10" r="3.3" />
    </svg>
  )
}
