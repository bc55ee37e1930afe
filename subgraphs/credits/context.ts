import type { EntityManager } from '@mikro-orm/postgresql'
import type DataLoader from 'dataloader'
import type { Viewer } from '../reference/viewer.js'
import type { JobQueue } from '../shared/queue/job-queue.js'
import type { ProgressFeed } from '../shared/upload/follow/progress-feed.js'
import type { Spool } from '../shared/upload/spool.js'
import type { KeptDashboards } from './board/kept-dashboards.js'
import type { BoardLine } from './board/webhook/board-line.js'
import type { Completion } from './completion/completion.js'
import type { CreditSummary, SummaryKey } from './completion/credit-summary.js'
import type { HistoryKey } from './completion/history.query.js'
import type { SubmittedName } from './completion/submitted-name.query.js'
import type { RequestStep } from './missing-credit/request-step.js'
import type { ForeignEntities } from './node/foreign-entities.js'
import type { Owners } from './owners/owners.js'
import type { ResentCounts } from './resend/rows-to-correct.query.js'
import type { Recorder } from './submission/recorder.js'

/** What a resolver of this subgraph has at hand for one request. */
export interface CreditsContext {
  viewer: Viewer
  em: EntityManager
  /** Given when nobody waits for the answer any more. */
  signal?: AbortSignal
  /** Dashboards of licensing boards. */
  boardDashboards: KeptDashboards
  /** Records what calls report. */
  recorder: Recorder
  owners: Owners
  /** Which entities of the other subgraphs the viewer may see. */
  foreignEntities: ForeignEntities
  queue: JobQueue
  spool: Spool
  /** Tells those who follow batches how far they are. */
  progress: ProgressFeed
  /** Where certificates lie that physicians send with requests for missing credit. */
  certificates: Spool
  /** How certifying boards are called, and how they sign what they answer. */
  boardLine: BoardLine
  now: () => Date
  newId: () => string
  /** One record by id, or null when the viewer may not see it. */
  completions: DataLoader<string, Completion | null>
  /** How many rows of a batch were sent again, and what became of them; null where none was. */
  resentRows: DataLoader<string, ResentCounts | null>
  /** The name under which the viewer’s provider reported the learner of a record. */
  submittedNames: DataLoader<string, SubmittedName | null>
  /** A page of one learner’s records, as far as the viewer may see them. */
  histories: DataLoader<HistoryKey, Completion[], string>
  /** The credit of one learner over a period, as far as the viewer may see it. */
  summaries: DataLoader<SummaryKey, CreditSummary, string>
  /** What has happened to a request for missing credit. */
  requestSteps: DataLoader<string, RequestStep[], string>
}
