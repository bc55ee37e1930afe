import { serviceRoute } from '../../shared/service/service-route.js'
import type { CreditsContext } from '../context.js'
import { statusByCreditId, statusByLearner } from './learner-status.js'
import { saveLearnerActivity } from './save-learner-activity.js'

/** The web services of this subgraph: reporting learners, and asking where their credit stands (5.8, 5.9). */
export const learnerServices = serviceRoute<CreditsContext>({
  SaveLearnerActivity: saveLearnerActivity,
  GetLearnerStatusByLearner: statusByLearner,
  GetLearnerStatusByCreditId: statusByCreditId,
})
