import { only, signedIn } from '../reference/access.js'
import { type AccessTable, everybody } from '../shared/policy/access-rule.js'

const checker = only(['PROVIDER_REPORTER'], 'learners:check')
const licensingBoard = only(['LICENSING_BOARD'], 'learners:read')
const operator = only(['OPERATOR'], 'platform:operate')
const operators = only(['OPERATOR'])

/** For whom everything is that can be asked of this subgraph; the policy files say what of it each may see. */
export const learnersAccess: AccessTable = {
  'Query.viewer': everybody,
  'Query.licensees': licensingBoard,
  'Query.licensee': licensingBoard,
  'Query.validateLearner': checker,
  'Query.validateLearners': checker,
  'Query.validationBatches': checker,
  'Query.validationBatch': checker,
  'Query.guessLocks': operator,
  'Query.matchDecision': operator,
  'Query.mergeProposals': operator,
  'Query.mergeProposal': operator,
  'Query.reviewCases': operator,
  'Query.reviewCase': operator,
  'Query.reviewCounts': operator,
  'Subscription.validationBatchProgress': checker,
  'Mutation.createValidationUpload': checker,
  'Mutation.cancelValidationUpload': checker,
  'Mutation.releaseGuessLock': operator,
  'Mutation.proposeMerge': operator,
  'Mutation.approveMerge': operator,
  'Mutation.rejectMerge': operator,
  'Mutation.unmerge': operator,
  'Mutation.decideReview': operator,
  'Mutation.confirmReview': operator,
  'Mutation.undoReview': operator,
  Learner: signedIn(),
  LicenseRecord: signedIn(),
  DiplomateRecord: signedIn(),
  ValidationBatch: only(['PROVIDER_REPORTER']),
  GuessLock: operators,
  MatchRecord: operators,
  MergeProposal: operators,
  ReviewCase: operators,
}
