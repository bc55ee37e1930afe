import { useViewer } from '../../shared/app/viewer'
import { instant } from '../../shared/format/days'
import { accountName } from '../compare/account-name'
import './merge.css'
import type { MergeView } from './merge-page'
import { decisionWords } from './merge-words'

/** Every answer so far, with who gave it, when and why. */
export function MergeHistory({ decisions }: Pick<MergeView, 'decisions'>) {
  const viewer = useViewer()
  return (
    <ol className="merge-history">
      {decisions.map(({ decision, reason, decidedBy, decidedAt }) => (
        <li key={`${decision} ${decidedAt}`}>
          <p>
            <strong>{accountName(decidedBy, viewer)}</strong> {decisionWords[decision]}{' '}
            <span className="soft small">{instant(decidedAt)}</span>
          </p>
          <p className="soft">{reason}</p>
        </li>
      ))}
    </ol>
  )
}
