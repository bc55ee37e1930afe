import { createOrm } from '../shared/postgres/orm.js'
import { Batch } from './batch/batch.js'
import { AttendanceClaim } from './check-in/attendance-claim.js'
import { CheckIn } from './check-in/check-in.js'
import { Migration20261101000000Create } from './migrations/migration-20261101000000-create.js'
import { Migration20261123010000ActivityFacts } from './migrations/migration-20261123010000-activity-facts.js'
import { Migration20261123100000LearnerMerge } from './migrations/migration-20261123100000-learner-merge.js'
import { Migration20261123150000RowReview } from './migrations/migration-20261123150000-row-review.js'
import { Migration20261123160000Versions } from './migrations/migration-20261123160000-versions.js'
import { Migration20261123161000Idempotency } from './migrations/migration-20261123161000-idempotency.js'
import { Migration20261123170000BoardConversation } from './migrations/migration-20261123170000-board-conversation.js'
import { Migration20261123190000Documents } from './migrations/migration-20261123190000-documents.js'
import { Migration20261123200000ColumnMapping } from './migrations/migration-20261123200000-column-mapping.js'
import { Migration20261123210000RowResend } from './migrations/migration-20261123210000-row-resend.js'
import { Migration20261123220000MissingCredit } from './migrations/migration-20261123220000-missing-credit.js'
import { Migration20261123230000CheckIn } from './migrations/migration-20261123230000-check-in.js'
import { Migration20261124000000SubmissionSearch } from './migrations/migration-20261124000000-submission-search.js'
import { Migration20261124100000HasTwin } from './migrations/migration-20261124100000-has-twin.js'
import { Migration20261124110000CheaperRows } from './migrations/migration-20261124110000-cheaper-rows.js'
import { Migration20261124110100RejectedPoints } from './migrations/migration-20261124110100-rejected-points.js'
import { Migration20261124120100Live } from './migrations/migration-20261124120100-live.js'
import { Migration20261124130000LedgerIndexes } from './migrations/migration-20261124130000-ledger-indexes.js'
import { Migration20261124130100PartsByLearner } from './migrations/migration-20261124130100-parts-by-learner.js'
import { Migration20261125100000ClaimedPoints } from './migrations/migration-20261125100000-claimed-points.js'
import { Migration20261125120000HistoryIndex } from './migrations/migration-20261125120000-history-index.js'
import { CreditRequest } from './missing-credit/credit-request.js'
import { RequestStep } from './missing-credit/request-step.js'

/** The mapper of the credits database. */
export const creditsOrm = (url: string) =>
  createOrm({
    url,
    entities: [AttendanceClaim, Batch, CheckIn, CreditRequest, RequestStep],
    migrations: [
      Migration20261101000000Create,
      Migration20261123010000ActivityFacts,
      Migration20261123100000LearnerMerge,
      Migration20261123150000RowReview,
      Migration20261123160000Versions,
      Migration20261123161000Idempotency,
      Migration20261123170000BoardConversation,
      Migration20261123190000Documents,
      Migration20261123200000ColumnMapping,
      Migration20261123210000RowResend,
      Migration20261123220000MissingCredit,
      Migration20261123230000CheckIn,
      Migration20261124000000SubmissionSearch,
      Migration20261124100000HasTwin,
      Migration20261124110000CheaperRows,
      Migration20261124110100RejectedPoints,
      Migration20261124120100Live,
      Migration20261124130000LedgerIndexes,
      Migration20261124130100PartsByLearner,
      Migration20261125100000ClaimedPoints,
      Migration20261125120000HistoryIndex,
    ],
  })
