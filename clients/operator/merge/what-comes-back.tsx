import { fullName } from '../../shared/credit/words'
import { plural } from '../../shared/format/numbers'
import type { MergeView } from './merge-page'

/** What taking a merge back restores. */
export function WhatComesBack({ merge: { merged, survivor } }: { merge: MergeView }) {
  return (
    <>
      <p>Two physicians come back, each exactly as before the merge:</p>
      <ul className="what-comes-back">
        {[merged, survivor].map((side) => (
          <li key={side.learnerId}>
            <strong>{fullName(side)}</strong> with {plural(side.licenses.length, 'license')} and{' '}
            {plural(side.certifications.length, 'certification')}
          </li>
        ))}
      </ul>
      <p>
        Credit goes back to the one for whom it was reported. What counted once because of the merge counts for each.
      </p>
    </>
  )
}
