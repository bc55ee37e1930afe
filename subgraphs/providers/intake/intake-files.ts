import type { JobQueue } from '../../shared/queue/job-queue.js'
import type { Spool } from '../../shared/upload/spool.js'

/** What receiving files of activities takes. */
export interface IntakeFiles {
  /** Who works on them is told here. */
  queue: Pick<JobQueue, 'add'>
  /** Where their bytes wait. */
  spool: Spool
  newId: () => string
}
