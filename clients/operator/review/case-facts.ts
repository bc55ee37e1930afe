import type { ReviewStepKind } from '../../graphql/graphql'
import { fullName } from '../../shared/credit/words'
import type { ReviewView } from './review-page'

/** Who chose somebody in a case that waits for a second person. */
export const proposerOf = ({ history }: { history: readonly { step: ReviewStepKind; by: string }[] }) =>
  history.findLast(({ step }) => step === 'PROPOSED')?.by

/** Whom a case was decided on, in words. */
export const chosenName = ({ choice }: Pick<ReviewView, 'choice'>) =>
  choice?.learner ? fullName(choice.learner) : 'nobody on file'
