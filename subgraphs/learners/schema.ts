import { admit } from '../reference/access.js'
import { buildFederatedSchema, printSubgraph, type SubgraphDefinition } from '../shared/graphql/federation-schema.js'
import { learnersAccess } from './access.js'
import type { LearnersContext } from './context.js'
import { GuessLockResolver } from './guess-budget/guess-lock.resolver.js'
import { LearnerResolver } from './learner/learner.resolver.js'
import { LearnerFactsResolver } from './learner/learner-facts.resolver.js'
import { LiveResolver } from './live/live.resolver.js'
import { MatchRecordResolver } from './matching/decision/match-record.resolver.js'
import { MatchResolver } from './matching/match.resolver.js'
import { MergeResolver } from './merge/merge.resolver.js'
import { ReviewResolver, ReviewStepResolver } from './review/review.resolver.js'
import { ReviewDecisionResolver } from './review/review-decision.resolver.js'
import { ValidationBatchResolver } from './validation/file/validation-batch.resolver.js'
import { ValidationResolver } from './validation/validation.resolver.js'
import { ViewerResolver } from './viewer/viewer.resolver.js'

const definition: SubgraphDefinition<LearnersContext> = {
  resolvers: [
    LearnerResolver,
    GuessLockResolver,
    ViewerResolver,
    ValidationResolver,
    ValidationBatchResolver,
    MatchResolver,
    LearnerFactsResolver,
    MergeResolver,
    LiveResolver,
    MatchRecordResolver,
    ReviewResolver,
    ReviewStepResolver,
    ReviewDecisionResolver,
  ],
  references: {
    Learner: ({ learnerId }, context) => context.learners.load(String(learnerId)),
  },
  hasNodes: true,
  access: learnersAccess,
  admit,
}

/** The SDL of this subgraph, as it is composed. */
export const printLearners = () => printSubgraph(definition)

/** The executable schema of this subgraph. */
export const buildLearners = () => buildFederatedSchema(definition)
