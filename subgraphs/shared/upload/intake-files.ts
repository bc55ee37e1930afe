import type { JobQueue } from '../queue/job-queue.js'
import type { Spool } from './spool.js'

/** What receiving files takes. */
export interface IntakeFiles {
  /** Who works on them is told here. */
  queue: Pick<JobQueue, 'add'>
  /** Where their bytes wait. */
  spool: Spool
  newId: () => string
}
