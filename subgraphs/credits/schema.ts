import { admit } from '../reference/access.js'
import { buildFederatedSchema, printSubgraph, type SubgraphDefinition } from '../shared/graphql/federation-schema.js'
import { creditsAccess } from './access.js'
import { Batch } from './batch/batch.js'
import { visibleBatches } from './batch/batch.policy.js'
import { BatchResolver, BatchRowResolver } from './batch/batch.resolver.js'
import { boardByCode } from './board/board.js'
import { BoardResolver } from './board/board.resolver.js'
import { BoardReportResolver } from './board/board-report.resolver.js'
import { MocAnswerResolver } from './board/moc-answer.resolver.js'
import { MocFeedResolver } from './board/moc-feed.resolver.js'
import { BoardLinkResolver } from './board/webhook/board-link.resolver.js'
import { CheckInResolver, ClaimListResolver } from './check-in/check-in.resolver.js'
import { ClaimResolver } from './check-in/claim.resolver.js'
import { ClaimedPointsResolver } from './claimed-points/claimed-points.resolver.js'
import { ColumnMappingResolver } from './column-mapping/column-mapping.resolver.js'
import { CompletionResolver } from './completion/completion.resolver.js'
import { LearnerCreditResolver } from './completion/learner-credit.resolver.js'
import { SubmissionListResolver } from './completion/submission-list.resolver.js'
import type { CreditsContext } from './context.js'
import { CorrectionResolver } from './correction/correction.resolver.js'
import { LiveResolver } from './live/live.resolver.js'
import { CreditRequestAnswerResolver } from './missing-credit/answer.resolver.js'
import { CreditRequestResolver } from './missing-credit/credit-request.resolver.js'
import { NodeResolver } from './node/node.resolver.js'
import { RemsResolver } from './rems/rems.resolver.js'
import { ResendResolver } from './resend/resend.resolver.js'
import { ReviewResolver } from './review/review.resolver.js'
import { SubmissionResolver } from './submission/submission.resolver.js'
import { findTranscript } from './transcript/transcript.query.js'
import { TranscriptResolver } from './transcript/transcript.resolver.js'

const definition: SubgraphDefinition<CreditsContext> = {
  resolvers: [
    BatchResolver,
    BatchRowResolver,
    BoardReportResolver,
    BoardResolver,
    CheckInResolver,
    ClaimListResolver,
    ClaimedPointsResolver,
    ClaimResolver,
    ColumnMappingResolver,
    CompletionResolver,
    CorrectionResolver,
    CreditRequestAnswerResolver,
    CreditRequestResolver,
    LearnerCreditResolver,
    BoardLinkResolver,
    LiveResolver,
    MocAnswerResolver,
    MocFeedResolver,
    NodeResolver,
    ResendResolver,
    RemsResolver,
    ReviewResolver,
    SubmissionListResolver,
    SubmissionResolver,
    TranscriptResolver,
  ],
  references: {
    Batch: ({ batchId }, { em, viewer }) =>
      em.findOne(Batch, { $and: [{ batchId: String(batchId) }, visibleBatches(viewer)] }),
    Board: async ({ code }) => boardByCode(String(code)),
    Completion: ({ completionId }, { completions }) => completions.load(String(completionId)),
    Transcript: ({ transcriptId }, { em, viewer }) => findTranscript(em, viewer, String(transcriptId)),
    Learner: async ({ learnerId }) => ({ learnerId: String(learnerId) }),
  },
  hasNodes: true,
  access: creditsAccess,
  admit,
}

/** The SDL of this subgraph, as it is composed. */
export const printCredits = () => printSubgraph(definition)

/** The executable schema of this subgraph. */
export const buildCredits = () => buildFederatedSchema(definition)
