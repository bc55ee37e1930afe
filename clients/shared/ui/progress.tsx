import { Label, ProgressBar } from 'react-aria-components'
import './progress.css'

/** How far something has come; without a value it only says that it is under way. */
export function Progress({ label, value, text }: { label: string; value?: number; text?: string }) {
  return (
    <ProgressBar className="progress" value={value} isIndeterminate={value === undefined} valueLabel={text}>
      {({ percentage, valueText }) => (
        <>
          <div className="row" data-apart>
            <Label>{label}</Label>
            <span className="number soft">{valueText}</span>
          </div>
          <svg className="progress-track" preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden="true">
            <rect width={percentage ?? 30} height="1" className={percentage === undefined ? 'progress-moving' : ''} />
          </svg>
        </>
      )}
    </ProgressBar>
  )
}
