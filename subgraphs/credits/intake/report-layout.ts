import { learnerVocabulary } from '../../reference/learner-wire.js'
import type { WireLayout } from '../../shared/wire/wire-layout.js'

/** Documents of learner credit: the learner JSON (5.8), and XML with the elements of the MedBiquitous activity report. */
export const reportLayout: WireLayout = {
  ...learnerVocabulary,
  envelope: ['ACCMELearnerReports', 'ActivityReports'],
  recordName: 'ActivityReport',
  records: 'reports',
}
