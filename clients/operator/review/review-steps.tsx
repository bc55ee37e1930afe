import { useViewer } from '../../shared/app/viewer'
import { fullName } from '../../shared/credit/words'
import { instant } from '../../shared/format/days'
import { accountName } from '../compare/account-name'
import './review.css'
import type { ReviewView } from './review-page'
import { stepWords } from './review-words'

const ofProvider = new Set<ReviewView['history'][number]['step']>(['OPENED', 'WITHDRAWN'])

/** Everything that was done about a case, with who did it, when and why. */
export function ReviewSteps({ review: { history, provider } }: { review: ReviewView }) {
  const viewer = useViewer()
  return (
    <ol className="review-steps">
      {history.map(({ step, learner, isNobody, note, by, at }) => (
        <li key={`${step} ${at}`}>
          <p>
            <strong>{ofProvider.has(step) ? provider.name : accountName(by, viewer)}</strong> {stepWords[step]}{' '}
            {learner && <strong>{fullName(learner)}</strong>}
            {isNobody && <strong>nobody on file</strong>} <span className="soft small">{instant(at)}</span>
          </p>
          {note && <p className="soft">{note}</p>}
        </li>
      ))}
    </ol>
  )
}
